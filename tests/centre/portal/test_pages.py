import re
from collections.abc import Callable

import pytest
from django.test import Client

from fucina.centre.planning.models import Run
from fucina.centre.portal.demo import populate
from fucina.centre.portal.presentation.audiences import IDS

PAGES = ("", "services/", "services/makers-school/", "about/", *(f"for/{name}/" for name in IDS))
LIMIT = 12


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page_answers_with_few_queries(
    run: Run,
    client: Client,
    django_assert_max_num_queries: Callable[..., object],
    language: str,
    page: str,
) -> None:
    with django_assert_max_num_queries(LIMIT):
        answer = client.get(f"/{language}/{page}")

    assert answer.status_code == 200
    assert answer.content.decode().count("<h1>") == 1


@pytest.mark.parametrize("page", ["for/everyone/", "services/nothing/"])
def test_unknown_page_is_not_found(run: Run, client: Client, page: str) -> None:
    assert client.get(f"/it/{page}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "services/", "for/firms/", "about/"])
def test_page_answers_before_any_study_was_computed(client: Client, page: str) -> None:
    answer = client.get(f"/en/{page}")

    assert answer.status_code == 200
    assert ("make demo" in answer.content.decode()) == (page != "about/")


def test_home_shows_seat_probability_and_what_it_rests_on(run: Run, client: Client) -> None:
    content = client.get("/en/").content.decode()

    seat = re.search(r'<h2 id="seat"><a href="([^"]+)">([^<]+)</a>', content)
    assert seat
    assert seat.groups() == ("/en/study/seats/mirafiori/", "TNE Mirafiori, corso Settembrini")
    assert re.search(r"[\d.]+% ± [\d.]+</a> of 200 futures", content)
    assert "weights that the study team assumed" in content


def test_every_service_of_the_study_is_shown_as_planned(run: Run, client: Client) -> None:
    content = client.get("/en/").content.decode()

    shown = re.findall(r'href="/en/services/([^/"]+)/"', content)

    assert shown == [service["id"] for service in run.study_data["services"]]
    assert content.count(">Planned<") == len(shown)


def test_a_service_is_open_where_a_planned_machine_can_be_booked(run: Run, client: Client) -> None:
    populate()

    lines = client.get("/en/services/").content.decode()
    additive = client.get("/en/services/pilot-additive/").content.decode()
    incubator = client.get("/en/services/incubator/").content.decode()

    planned = {machine["service"] for machine in run.study_data["machines"]}
    assert lines.count(">Open<") == len(planned)
    assert "of its machines stand here and can be booked" in additive
    assert "This service does not exist yet" not in additive
    assert "This service does not exist yet" in incubator


@pytest.mark.parametrize(
    ("page", "current"),
    [
        ("services/", "Services"),
        ("study/", "The study"),
        ("study/seats/", "Seats on the map"),
        ("about/", "About"),
    ],
)
def test_navigation_says_where_the_reader_is(
    run: Run, client: Client, page: str, current: str
) -> None:
    content = client.get(f"/en/{page}").content.decode()

    nav = content.partition('<nav class="site-nav')[2].partition("</nav>")[0]

    assert re.findall(r'aria-current="page">([^<]+)<', nav) == [current]
