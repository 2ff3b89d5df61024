from django.test import Client

from fucina.centre.planning.models import Run


def test_boundaries_are_geojson_that_a_browser_may_keep(run: Run, client: Client) -> None:
    answer = client.get(f"/it/study/boundaries/{run.fingerprint}.geojson")

    assert answer["Content-Type"] == "application/geo+json"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.json() == run.study_data["boundaries"]


def test_boundaries_known_to_the_browser_are_not_sent_again(run: Run, client: Client) -> None:
    address = f"/it/study/boundaries/{run.fingerprint}.geojson"
    tag = client.get(address)["ETag"]

    answer = client.get(address, headers={"If-None-Match": tag})

    assert answer.status_code == 304
