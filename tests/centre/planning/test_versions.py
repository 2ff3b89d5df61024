"""The same pages for the published run, for another by its number, and behind a shared link."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from fucina.centre.people.enums import Role
from fucina.centre.planning.domain.revoke_link import revoke_link
from fucina.centre.planning.domain.share_run import share_run
from fucina.centre.planning.models import Run, SharedLink
from fucina.centre.planning.urls import PAGES
from fucina.centre.refusal import Refusal

LIMIT = 12
PLAIN = ["", *(route for route, _page in PAGES if "<" not in route)]


def tomorrow() -> dt.date:
    return timezone.localdate() + dt.timedelta(days=1)


@pytest.fixture
def link(small_run: Run, analyst) -> str:
    """The address of a link to the published run."""
    _link, secret = share_run(small_run, "The press", tomorrow(), by=analyst)
    return f"/en/study/shared/{secret}/"


@pytest.mark.parametrize("page", PLAIN)
def test_another_run_is_read_like_the_published_one(
    other_run: Run,
    analysts_client: Client,
    django_assert_max_num_queries: Callable[..., object],
    page: str,
) -> None:
    analysts_client.get("/en/study/")  # the first page of a session notes where it is from

    with django_assert_max_num_queries(LIMIT):
        answer = analysts_client.get(f"/en/study/runs/{other_run.pk}/{page}")

    content = answer.content.decode()
    assert answer.status_code == 200
    assert "This is an earlier run" in content
    assert set(re.findall(r'href="(/en/study/(?:seats|figures|sources|ranking)/[^"]*)"', main(content))) == set()  # fmt: skip


def main(content: str) -> str:
    return content.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("page", ["", "money/", "downloads/results.json", "figures/nothing/"])
def test_other_runs_are_not_for_everyone(
    other_run: Run, client: Client, small_centre, page: str
) -> None:
    address = f"/en/study/runs/{other_run.pk}/{page}"
    student = Client()
    student.force_login(small_centre.user(Role.STUDENT))

    assert client.get(address).status_code == 302
    assert student.get(address).status_code == 403


@pytest.mark.parametrize("page", PLAIN)
def test_link_shows_every_page_of_its_run_to_anyone(
    link: str, client: Client, django_assert_max_num_queries: Callable[..., object], page: str
) -> None:
    with django_assert_max_num_queries(LIMIT):
        answer = client.get(link + page)

    assert answer.status_code == 200
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == (
        "private, no-store",
        "noindex, nofollow",
    )


def test_link_gives_its_files_and_no_others(link: str, small_run: Run, client: Client) -> None:
    found = client.get(f"{link}downloads/results.json")
    b"".join(found.streaming_content)  # type: ignore[attr-defined]

    assert found.status_code == 200
    assert client.get(f"{link}downloads/../results.json").status_code == 404


def test_pages_behind_a_link_lead_nowhere_else(link: str, client: Client) -> None:
    for page in PLAIN:
        links = re.findall(r'href="(/[^"#]*)', main(client.get(link + page).content.decode()))

        assert [one for one in links if not one.startswith(link)] == []


@pytest.mark.parametrize(
    "path", ["runs/", "links/", "start/", "1/publish/", "share/", "asked/1/", "nothing/"]
)
def test_link_opens_nothing_besides(link: str, client: Client, path: str) -> None:
    assert client.get(link + path).status_code == 404


def test_link_is_not_a_way_to_write(link: str, client: Client) -> None:
    assert {client.post(link + page).status_code for page in PLAIN} == {405}


def test_link_shows_its_own_run_whatever_is_published(
    small_run: Run, other_run: Run, analyst, client: Client
) -> None:
    _link, secret = share_run(other_run, "The press", tomorrow(), by=analyst)

    content = client.get(f"/en/study/shared/{secret}/").content.decode()

    assert f"seed {other_run.seed}" in content


def test_link_with_a_question_leads_to_it(small_run: Run, analyst, client: Client) -> None:
    _link, secret = share_run(small_run, "The board", tomorrow(), by=analyst, question="of=city")

    answer = client.get(f"/en/study/shared/{secret}/")

    assert answer["Location"] == f"/en/study/shared/{secret}/explore/?of=city"


@pytest.mark.parametrize("end", ["revoked", "expired", "wrong"])
def test_link_that_has_ended_does_not_exist(link: str, analyst, client: Client, end: str) -> None:
    if end == "revoked":
        revoke_link(SharedLink.objects.get(), by=analyst)
    if end == "expired":
        SharedLink.objects.update(
            made=timezone.now() - dt.timedelta(days=9), expires=timezone.now()
        )
    address = link[:-2] + "/" if end == "wrong" else link

    answers = {client.get(address + page).status_code for page in (*PLAIN, "downloads/study.json")}

    assert answers == {404}


def test_secret_is_nowhere_kept(small_run: Run, analyst) -> None:
    link, secret = share_run(small_run, "The press", tomorrow(), by=analyst)

    kept = [str(getattr(link, field.attname)) for field in SharedLink._meta.concrete_fields]

    assert len(secret) == 43
    assert [value for value in kept if secret in value] == []


def test_every_problem_of_a_link_is_told_at_once(small_run: Run, analyst) -> None:
    yesterday = timezone.localdate() - dt.timedelta(days=1)

    with pytest.raises(Refusal) as refused:
        share_run(small_run, "  ", yesterday, by=analyst, question="x" * 4001)

    assert [p.code for p in refused.value.problems] == ["required", "expires", "question"]


def test_link_is_good_for_a_year_at_most(small_run: Run, analyst) -> None:
    with pytest.raises(Refusal):
        share_run(small_run, "For ever", timezone.localdate() + dt.timedelta(days=367), by=analyst)


@pytest.mark.parametrize("role", [Role.STUDENT, Role.AUDITOR, Role.COMPANY_MEMBER])
def test_only_some_may_share(small_run: Run, small_centre, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        share_run(small_run, "Friends", tomorrow(), by=small_centre.user(role))


def test_another_persons_link_is_revoked_by_the_director_alone(link: str, small_centre) -> None:
    found = SharedLink.objects.get()

    with pytest.raises(PermissionDenied):
        revoke_link(found, by=small_centre.user(Role.PARTNER_REPRESENTATIVE))
    revoke_link(found, by=small_centre.user(Role.DIRECTOR))

    found.refresh_from_db()
    assert found.revoked is not None


def test_database_refuses_a_link_that_expires_before_it_was_made(small_run: Run, analyst) -> None:
    link, _secret = share_run(small_run, "The press", tomorrow(), by=analyst)

    with pytest.raises(IntegrityError), transaction.atomic():
        SharedLink.objects.filter(pk=link.pk).update(expires=link.made)
