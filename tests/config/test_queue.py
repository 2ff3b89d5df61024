from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.tasks import Task, TaskContext, TaskResult, TaskResultStatus, task
from django.tasks.exceptions import TaskResultDoesNotExist
from django.tasks.signals import task_finished
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from fucina.config.queue import RETRIES

pytestmark = pytest.mark.django_db(transaction=True)


@task
def note(path: str, text: str) -> None:
    with Path(path).open("a") as file:
        file.write(text)


@task(takes_context=True)
def note_attempt(context: TaskContext, path: str) -> None:
    with Path(path).open("a") as file:
        file.write(str(context.attempt))
    raise OSError("the machine does not answer")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "paper"


def work() -> None:
    """A worker that ends when nothing is left to do. It runs in a thread of its own: browser tests may
    have left an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_work).result()


def _work() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def test_task_enqueued_is_carried_out_by_a_worker(paper: Path) -> None:
    waiting = note.enqueue(str(paper), text="done")
    status_before = waiting.status

    work()

    result = note.get_result(waiting.id)
    assert paper.read_text() == "done"
    assert (status_before, result.status) == (TaskResultStatus.READY, TaskResultStatus.SUCCESSFUL)
    assert (result.args, result.kwargs, result.attempts) == ([str(paper)], {"text": "done"}, 1)
    times = [result.enqueued_at, result.started_at, result.finished_at]
    assert times == sorted(time for time in times if time)


def test_task_that_fails_is_tried_again_later(paper: Path) -> None:
    waiting = note_attempt.enqueue(str(paper))

    work()

    result = note_attempt.get_result(waiting.id)
    again = ProcrastinateJob.objects.get(pk=waiting.id)
    assert paper.read_text() == "1"
    assert result.status == TaskResultStatus.READY
    assert again.scheduled_at is not None
    assert again.scheduled_at > timezone.now()


def test_task_that_fails_three_times_has_failed(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RETRIES, "exponential_wait", 0)
    waiting = note_attempt.enqueue(str(paper))

    work()

    assert paper.read_text() == "123"
    assert note_attempt.get_result(waiting.id).status == TaskResultStatus.FAILED


def test_end_of_a_task_is_told_with_its_error(paper: Path) -> None:
    told: list[TaskResult[..., object]] = []

    def hear(task_result: TaskResult[..., object], **_: object) -> None:
        told.append(task_result)

    task_finished.connect(hear)
    waiting = note_attempt.enqueue(str(paper))

    work()  # what the clock asks for at this minute runs, too

    task_finished.disconnect(hear)
    own = [result for result in told if result.id == waiting.id]
    assert [result.status for result in own] == [TaskResultStatus.FAILED]
    assert [error.exception_class for error in own[0].errors] == [OSError]


def test_task_of_a_transaction_rolled_back_is_never_run(paper: Path) -> None:
    with transaction.atomic():
        note.enqueue(str(paper), text="done")
        transaction.set_rollback(True)

    work()

    assert not paper.exists()


def test_task_for_later_waits(paper: Path) -> None:
    waiting = note.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(
        str(paper), text="x"
    )

    work()

    assert not paper.exists()
    assert note.get_result(waiting.id).status == TaskResultStatus.READY


def test_task_of_higher_priority_goes_first(paper: Path) -> None:
    note.enqueue(str(paper), text="later ")
    note.using(priority=10).enqueue(str(paper), text="first ")

    work()

    assert paper.read_text() == "first later "


def test_result_of_an_unknown_task_does_not_exist() -> None:
    with pytest.raises(TaskResultDoesNotExist):
        note.get_result("987654321")


def test_schedule_is_known_to_the_worker() -> None:
    planned = {identity for _, identity in app.periodic_registry.periodic_tasks}

    assert set(settings.FUCINA_SCHEDULE) <= planned


def test_what_takes_nothing_runs_by_the_clock() -> None:
    """A task without parameters is asked for by nobody else."""
    tasks = {
        f"{module}.{name}"
        for module in (f"{one.name}.tasks" for one in apps.get_app_configs())
        if module.startswith("fucina.") and find_spec(module) is not None
        for name, found in vars(import_module(module)).items()
        if isinstance(found, Task) and not signature(found.func).parameters
        and found.func.__module__ == module
    }  # fmt: skip

    assert tasks - set(settings.FUCINA_SCHEDULE) == set()
    assert "fucina.centre.labs.tasks.look_after_bookings" in tasks
