import pytest

from fucina.centre.mail.domain import post
from fucina.centre.people.enums import Role

pytestmark = pytest.mark.django_db


def test_director_reads_what_was_sent(small_centre, client) -> None:
    post("a", "ada@example.com", "Benvenuta", "testo segreto", "it")
    client.force_login(small_centre.user(Role.DIRECTOR))

    content = client.get("/en/mail/").content.decode()

    assert "Benvenuta" in content
    assert "testo segreto" not in content


def test_others_do_not(small_centre, client) -> None:
    client.force_login(small_centre.user(Role.PROJECT_MANAGER))

    assert client.get("/en/mail/").status_code == 403
