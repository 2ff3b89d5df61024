import re

import pytest
from django.test import Client

from fucina.centre.planning.domain.queries import output_files, output_folder
from fucina.centre.planning.models import Run


def fetched(client: Client, name: str) -> bytes:
    """The file as sent; read to its end, the response closes itself."""
    answer = client.get(f"/en/study/downloads/{name}")
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_every_file_that_the_page_offers_can_be_had(run: Run, client: Client) -> None:
    content = client.get("/en/study/downloads/").content.decode()

    offered = re.findall(r'href="/en/study/downloads/([^"]+)"', content)

    files = output_files(run)
    assert sorted(offered) == sorted(files)
    assert [name for name in offered if fetched(client, name) != files[name].read_bytes()] == []


def test_data_are_saved_under_the_studys_name(run: Run, client: Client) -> None:
    answer = client.get("/en/study/downloads/results.json")
    b"".join(answer.streaming_content)  # type: ignore[attr-defined]

    assert answer["Content-Disposition"] == 'attachment; filename="torino-results.json"'


@pytest.mark.parametrize(
    "name",
    [
        "../results.json", "..%2f..%2fpostgres%2fPG_VERSION", "tables/../results.json",
        "/etc/passwd", "tables", "tables/", "report.it.pdf%00", ".hidden.json",
    ],
)  # fmt: skip
def test_name_that_is_not_on_the_list_is_refused(run: Run, client: Client, name: str) -> None:
    (output_folder(run).parent / "secret.json").write_text("{}")

    assert client.get(f"/en/study/downloads/{name}").status_code == 404


def test_page_says_when_the_files_are_gone(run: Run, client: Client) -> None:
    Run.objects.update(output="removed")

    content = client.get("/en/study/downloads/").content.decode()

    assert "The files are not here" in content
