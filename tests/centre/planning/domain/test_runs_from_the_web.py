"""A run asked for on the web: guarded, carried out, cancelled, given up, asked for again."""

import datetime as dt
import threading
import time
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from fucina.centre.people.enums import Role
from fucina.centre.planning.domain import carry_out_run as carrying
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.cancel_run import cancel_run
from fucina.centre.planning.domain.carry_out_run import Stopped, Teller, carry_out_run
from fucina.centre.planning.domain.publish_run import publish_run
from fucina.centre.planning.domain.restart_run import restart_run
from fucina.centre.planning.domain.settle_stalled import settle_stalled_requests
from fucina.centre.planning.domain.start_run import start_run
from fucina.centre.planning.enums import RequestState, RunStatus
from fucina.centre.planning.models import Folder, Run, RunRequest
from fucina.centre.refusal import Refusal

LONG_AGO = dt.timedelta(hours=1)


def codes(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def asked(analyst, draws: int = 120, seed: int = 7) -> RunRequest:
    return start_run(Folder.objects.get(), draws, seed, by=analyst)


def outputs(run: Run) -> set[str]:
    return {folder.name for folder in queries.output_folder(run).parent.iterdir()}


def test_request_is_carried_out_and_changes_nothing_for_readers(small_run: Run, analyst) -> None:
    request = asked(analyst)

    carry_out_run(request.pk)

    request.refresh_from_db()
    assert (request.state, request.share, request.problems) == (RequestState.DONE, 1.0, [])
    assert (request.run.seed, request.run.status) == (7, RunStatus.KEPT)
    assert request.run.answer["seat"] == small_run.answer["seat"]
    assert request.run.seconds > 0
    assert (queries.output_folder(request.run) / "draws.npz").is_file()
    assert queries.current_run() == small_run


def test_run_that_is_stored_already_is_not_computed_again(
    small_run: Run, other_run: Run, analyst
) -> None:
    request = asked(analyst, other_run.draws, other_run.seed)

    carry_out_run(request.pk)

    request.refresh_from_db()
    assert (request.state, request.run) == (RequestState.DONE, other_run)
    assert other_run.computed_at == Run.objects.get(pk=other_run.pk).computed_at


@pytest.mark.parametrize("role", [Role.PARTNER_REPRESENTATIVE, Role.STUDENT, Role.AUDITOR])
def test_only_those_who_work_on_the_study_may_ask(small_run: Run, as_role, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        start_run(Folder.objects.get(), 120, 7, by=as_role(role))


def test_every_problem_is_told_at_once(small_run: Run, analyst) -> None:
    with pytest.raises(Refusal) as refused:
        start_run(Folder.objects.get(), 99, 2**32, by=analyst)

    assert codes(refused) == ["draws", "seed"]


def test_the_same_run_is_asked_for_once(small_run: Run, analyst) -> None:
    asked(analyst)

    with pytest.raises(Refusal) as refused:
        asked(analyst)

    assert codes(refused) == ["asked_already"]


def test_database_forbids_the_same_run_twice(small_run: Run, analyst) -> None:
    request = asked(analyst)

    with pytest.raises(IntegrityError), transaction.atomic():
        RunRequest.objects.create(
            folder=request.folder, draws=request.draws, seed=request.seed, asked_by=analyst
        )


def test_too_many_at_once_are_refused(small_run: Run, analyst) -> None:
    for seed in range(10, 15):
        asked(analyst, seed=seed)

    with pytest.raises(Refusal) as refused:
        asked(analyst, seed=99)

    assert codes(refused) == ["too_many"]


def test_cancelled_before_it_began_is_never_computed(small_run: Run, analyst) -> None:
    request = asked(analyst)
    cancel_run(request, by=analyst)

    carry_out_run(request.pk)

    request.refresh_from_db()
    assert (request.state, request.started) == (RequestState.CANCELLED, None)
    assert Run.objects.count() == 2


def test_what_has_ended_is_not_cancelled(small_run: Run, analyst) -> None:
    request = asked(analyst)
    cancel_run(request, by=analyst)

    with pytest.raises(Refusal) as refused:
        cancel_run(request, by=analyst)

    assert codes(refused) == ["ended"]


def test_folder_that_no_longer_reads_fails_with_its_problems(small_run: Run, analyst) -> None:
    folder = Path(Folder.objects.get().path)
    (folder / "seats.toml").write_text("[[seat]\n")
    request = asked(analyst)

    carry_out_run(request.pk)

    request.refresh_from_db()
    assert request.state == RequestState.FAILED
    assert [p["en"].startswith("seats.toml") for p in request.problems] == [True]
    assert Run.objects.count() == 2


def test_folder_that_is_gone_fails_with_a_sentence(small_run: Run, analyst) -> None:
    Folder.objects.update(path="/nowhere/at/all")
    request = asked(analyst)

    carry_out_run(request.pk)

    request.refresh_from_db()
    assert request.state == RequestState.FAILED
    assert len(request.problems) == 1


def test_worker_that_died_is_noticed_and_keeps_nothing_if_it_comes_back(
    small_run: Run, analyst
) -> None:
    request = asked(analyst)
    old = timezone.now() - LONG_AGO
    RunRequest.objects.update(state=RequestState.RUNNING, asked=old, started=old, heard=old)

    assert settle_stalled_requests() == 1

    request.refresh_from_db()
    assert (request.state, len(request.problems)) == (RequestState.FAILED, 1)
    with pytest.raises(Stopped):
        Teller(request.pk)(0.5, "evaluation")
    with pytest.raises(Stopped), transaction.atomic():
        Teller(request.pk).allow()
    again = restart_run(request, by=analyst)
    assert (again.draws, again.seed, again.state) == (120, 7, RequestState.QUEUED)


def test_worker_that_is_heard_is_left_alone(small_run: Run, analyst) -> None:
    asked(analyst)
    RunRequest.objects.update(
        state=RequestState.RUNNING, started=timezone.now(), heard=timezone.now()
    )

    assert settle_stalled_requests() == 0


def test_task_given_twice_to_workers_is_done_once(small_run: Run, analyst) -> None:
    request = asked(analyst)
    RunRequest.objects.update(state=RequestState.RUNNING, heard=timezone.now())

    carry_out_run(request.pk)

    assert Run.objects.count() == 2


def test_progress_never_goes_back(small_run: Run, analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "OFTEN", 0.0)
    request = asked(analyst)
    RunRequest.objects.update(state=RequestState.RUNNING, heard=timezone.now())
    tell = Teller(request.pk)

    tell(0.5, "evaluation")
    tell.beat()
    tell(0.4, "decision")

    request.refresh_from_db()
    assert (request.share, request.step) == (0.5, "decision")


def test_publishing_a_run_shows_it_to_everyone(small_run: Run, other_run: Run, analyst) -> None:
    publish_run(other_run, by=analyst)

    assert queries.current_run() == other_run
    assert list(Run.objects.filter(status=RunStatus.CURRENT)) == [other_run]
    assert Folder.objects.get().run == other_run


def test_run_without_its_files_is_not_published(small_run: Run, other_run: Run, analyst) -> None:
    Run.objects.filter(pk=other_run.pk).update(output="removed")

    with pytest.raises(Refusal) as refused:
        publish_run(other_run, by=analyst)

    assert codes(refused) == ["no_files"]
    assert queries.current_run() == small_run


def test_run_of_an_older_folder_is_not_published(small_run: Run, other_run: Run, analyst) -> None:
    Run.objects.filter(pk=small_run.pk).update(fingerprint="another")

    with pytest.raises(Refusal) as refused:
        publish_run(other_run, by=analyst)

    assert codes(refused) == ["folder_changed"]


@pytest.mark.django_db(transaction=True)
def test_cancelled_while_it_is_computed_keeps_nothing(
    small_run: Run, analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "OFTEN", 0.0)
    before = outputs(small_run)
    request = asked(analyst, draws=2000)
    worker = threading.Thread(target=in_thread, args=(request.pk,))

    worker.start()
    wait_until_running(request)
    cancel_run(request, by=analyst)
    worker.join(timeout=60)

    request.refresh_from_db()
    assert (worker.is_alive(), request.state, request.run) == (False, RequestState.CANCELLED, None)
    assert Run.objects.count() == 2
    assert outputs(small_run) == before


def in_thread(request: int) -> None:
    try:
        carry_out_run(request)
    finally:
        connection.close()


def wait_until_running(request: RunRequest) -> None:
    give_up = timezone.now() + dt.timedelta(seconds=120)
    while not RunRequest.objects.filter(pk=request.pk, share__gt=0).exists():
        assert timezone.now() < give_up
        time.sleep(0.02)  # the worker waited for runs in this process, too
