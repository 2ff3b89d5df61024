"""The pages about runs: the list, asking, comparing, sharing."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from fucina.centre.people.enums import Role
from fucina.centre.planning.domain.compare_runs import work_out_comparison
from fucina.centre.planning.domain.start_run import start_run
from fucina.centre.planning.enums import RequestState, RunStatus
from fucina.centre.planning.models import Folder, Run, RunComparison, RunRequest, SharedLink

RUNS = "/en/study/runs/"


def queries_of(client: Client, address: str, count) -> int:
    client.get(RUNS)  # the first page of a session notes where it is from
    with count() as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.fixture
def count(django_assert_max_num_queries):
    return lambda: django_assert_max_num_queries(12)


def again(run: Run, seed: int, **changes) -> Run:
    fields = {
        f.attname: getattr(run, f.attname) for f in Run._meta.concrete_fields if f.attname != "id"
    }
    return Run.objects.create(**fields | {"seed": seed, "status": RunStatus.KEPT} | changes)


def test_list_shows_every_run_with_its_answer(
    small_run: Run, other_run: Run, analysts_client: Client
) -> None:
    content = analysts_client.get(RUNS).content.decode()

    numbers = re.findall(r'href="/en/study/runs/(\d+)/"', content)
    assert sorted(map(int, numbers)) == sorted([small_run.pk, other_run.pk])
    assert content.count(small_run.answer["seat"]["en"]) == 2


def test_list_of_runs_costs_the_same_for_one_and_for_many(
    small_run: Run, analyst, analysts_client: Client, count
) -> None:
    start_run(Folder.objects.get(), 120, 50, by=analyst)
    few = queries_of(analysts_client, RUNS, count)
    for seed in range(60, 70):
        run = again(small_run, seed)
        RunRequest.objects.create(
            folder=Folder.objects.get(), draws=120, seed=seed, asked_by=analyst, run=run,
            state=RequestState.DONE, asked=run.computed_at, ended=timezone.now(),
        )  # fmt: skip
    start_run(Folder.objects.get(), 120, 51, by=analyst)

    assert queries_of(analysts_client, RUNS, count) == few


def test_list_of_links_costs_the_same_for_one_and_for_many(
    small_run: Run, analyst, analysts_client: Client, count
) -> None:
    def make(number: int) -> None:
        SharedLink.objects.create(
            run=small_run, name=f"Reader {number}", digest=str(number), made_by=analyst,
            expires=timezone.now() + dt.timedelta(days=1),
        )  # fmt: skip

    make(0)
    few = queries_of(analysts_client, f"{RUNS}links/", count)
    for number in range(1, 12):
        make(number)

    assert queries_of(analysts_client, f"{RUNS}links/", count) == few


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (None, 302), (Role.STUDENT, 403), (Role.COMPANY_MEMBER, 403), (Role.ANALYST, 200),
        (Role.DIRECTOR, 200), (Role.PARTNER_REPRESENTATIVE, 200), (Role.AUDITOR, 200),
    ],
)  # fmt: skip
def test_who_reads_the_list(small_run: Run, small_centre, role: Role | None, expected: int) -> None:
    client = Client()
    if role:
        client.force_login(small_centre.user(role))

    assert client.get(RUNS).status_code == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.PARTNER_REPRESENTATIVE, 403),
        (Role.AUDITOR, 403),
        (Role.ANALYST, 200),
        (Role.DIRECTOR, 200),
    ],
)
def test_who_starts_a_run(small_run: Run, small_centre, role: Role, expected: int) -> None:
    client = Client()
    client.force_login(small_centre.user(role))

    assert client.get(f"{RUNS}start/").status_code == expected
    data = {"folder": Folder.objects.get().pk, "draws": 120, "seed": 9}
    assert client.post(f"{RUNS}start/", data).status_code == (302 if expected == 200 else 403)


def test_asking_leads_to_how_far_it_is(small_run: Run, analysts_client: Client) -> None:
    data = {"folder": Folder.objects.get().pk, "draws": 120, "seed": 9}

    answer = analysts_client.post(f"{RUNS}start/", data, follow=True)

    request = RunRequest.objects.get()
    content = answer.content.decode()
    assert answer.request["PATH_INFO"] == f"{RUNS}asked/{request.pk}/"
    assert 'hx-trigger="every 2s"' in content
    assert '<noscript><meta http-equiv="refresh"' in content


def test_what_was_typed_is_kept_beside_its_problems(
    small_run: Run, analysts_client: Client
) -> None:
    data = {"folder": Folder.objects.get().pk, "draws": 7, "seed": 9}

    content = analysts_client.post(f"{RUNS}start/", data).content.decode()

    assert 'value="7"' in content
    assert "Ask for 100 to 20000 draws." in content


def test_request_is_cancelled_and_started_again_by_button(
    small_run: Run, analyst, analysts_client: Client
) -> None:
    request = start_run(Folder.objects.get(), 120, 9, by=analyst)

    analysts_client.post(f"{RUNS}asked/{request.pk}/cancel/")
    again_ = analysts_client.post(f"{RUNS}asked/{request.pk}/restart/")

    states = list(RunRequest.objects.order_by("pk").values_list("state", flat=True))
    assert states == [RequestState.CANCELLED, RequestState.QUEUED]
    assert again_.status_code == 302


def test_stalled_request_says_what_happened(
    small_run: Run, analyst, analysts_client: Client
) -> None:
    request = start_run(Folder.objects.get(), 120, 9, by=analyst)
    old = timezone.now() - dt.timedelta(hours=1)
    RunRequest.objects.update(state=RequestState.RUNNING, asked=old, started=old, heard=old)

    content = analysts_client.get(f"{RUNS}asked/{request.pk}/").content.decode()

    assert "The worker stopped answering" in content
    assert "hx-get" not in content


def test_publishing_is_asked_and_done(
    small_run: Run, other_run: Run, analysts_client: Client
) -> None:
    address = f"{RUNS}{other_run.pk}/publish/"

    assert analysts_client.get(address).status_code == 200
    analysts_client.post(address)

    other_run.refresh_from_db()
    assert other_run.status == RunStatus.CURRENT


def test_publishing_is_offered_where_it_is_possible(
    small_run: Run, other_run: Run, analysts_client: Client, small_centre
) -> None:
    partner = Client()
    partner.force_login(small_centre.user(Role.PARTNER_REPRESENTATIVE))

    offered = {
        (who, run.pk): f"{RUNS}{run.pk}/publish/" in client.get(f"{RUNS}{run.pk}/").content.decode()
        for who, client in (("analyst", analysts_client), ("partner", partner))
        for run in (small_run, other_run)
    }

    assert [key for key, is_offered in offered.items() if is_offered] == [("analyst", other_run.pk)]


def test_run_stored_by_an_older_program_says_so(small_run: Run, analysts_client: Client) -> None:
    old = again(small_run, 77, result_data={"from": "another program"})

    content = analysts_client.get(f"{RUNS}{old.pk}/").content.decode()

    assert "This run can no longer be read" in content


def test_two_runs_are_compared_at_once_and_why_in_the_background(
    small_run: Run, other_run: Run, analysts_client: Client
) -> None:
    address = f"{RUNS}compare/?run={small_run.pk}&run={other_run.pk}"

    first = analysts_client.get(address).content.decode()
    comparison = RunComparison.objects.get()
    work_out_comparison(comparison.pk)
    second = analysts_client.get(address).content.decode()

    assert (comparison.old, comparison.new) == (other_run, small_run)
    assert "Being worked out" in first
    assert "No change of the study can move results" in second
    assert RunComparison.objects.count() == 1


@pytest.mark.parametrize("query", ["", "run=1", "run=x&run=y", "run=999998&run=999999"])
def test_comparing_other_than_two_runs_leads_back(
    small_run: Run, analysts_client: Client, query: str
) -> None:
    answer = analysts_client.get(f"{RUNS}compare/?{query}")

    assert (answer.status_code, answer["Location"]) == (302, RUNS)


def test_link_is_shown_once(small_run: Run, analysts_client: Client) -> None:
    data = {
        "name": "The press",
        "expires": (timezone.localdate() + dt.timedelta(days=3)).isoformat(),
    }

    content = analysts_client.post(f"{RUNS}{small_run.pk}/share/", data).content.decode()

    address = re.search(r'href="http://testserver(/en/study/shared/[^"]+)"', content)
    assert address
    assert Client().get(address[1]).status_code == 200
    assert address[1] not in analysts_client.get(f"{RUNS}links/").content.decode()


def test_link_is_revoked_on_a_page_that_asks(small_run: Run, analysts_client: Client) -> None:
    data = {
        "name": "The press",
        "expires": (timezone.localdate() + dt.timedelta(days=3)).isoformat(),
    }
    analysts_client.post(f"{RUNS}{small_run.pk}/share/", data)
    link = SharedLink.objects.get()

    assert analysts_client.get(f"{RUNS}links/{link.pk}/revoke/").status_code == 200
    analysts_client.post(f"{RUNS}links/{link.pk}/revoke/")

    link.refresh_from_db()
    assert link.open is False


def test_another_persons_link_does_not_exist(
    small_run: Run, small_centre, analysts_client: Client
) -> None:
    link = SharedLink.objects.create(
        run=small_run, name="Not yours", digest="0", made_by=small_centre.user(Role.DIRECTOR),
        expires=timezone.now() + dt.timedelta(days=1),
    )  # fmt: skip

    assert analysts_client.post(f"{RUNS}links/{link.pk}/revoke/").status_code == 404
