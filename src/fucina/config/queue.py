"""Django's task API carried out by Procrastinate: retries, times and priorities, on PostgreSQL alone.

A task is enqueued in the caller's transaction: what is rolled back is never run. A task that fails is tried twice more. What it
returns is not kept: a task writes what it finds through a domain function.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from traceback import format_exception
from typing import Any, cast

from django.conf import settings
from django.tasks import TaskContext, TaskResult, TaskResultStatus
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskError
from django.tasks.exceptions import TaskResultDoesNotExist
from django.tasks.signals import task_enqueued, task_finished, task_started
from django.utils import timezone
from django.utils.module_loading import import_string
from procrastinate import JobContext, RetryStrategy, builtin_tasks
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

STATUS = {
    "todo": TaskResultStatus.READY,
    "doing": TaskResultStatus.RUNNING,
    "succeeded": TaskResultStatus.SUCCESSFUL,
}  # whatever else Procrastinate says, the task was not carried out
RETRIES = RetryStrategy(max_attempts=2, exponential_wait=10)  # after 10 seconds, then after 100

type Json = Any  # what a task may be given: anything JSON can hold


class ProcrastinateBackend(BaseTaskBackend):
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue[**P, R](
        self, task: Task[P, R], args: Sequence[Json], kwargs: Mapping[str, Json]
    ) -> TaskResult[P, R]:
        self.validate_task(task)
        job = app.configure_task(
            "fucina.call",
            queue=task.queue_name,
            priority=task.priority,
            schedule_at=task.run_after,
        ).defer(path=task.module_path, args=list(args), kwargs=dict(kwargs))
        result = cast("TaskResult[P, R]", self.get_result(str(job)))
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[..., Any]:
        job = ProcrastinateJob.objects.filter(pk=result_id, task_name="fucina.call").first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        events = ProcrastinateEvent.objects.filter(job=job).order_by("at", "id")
        times = [(event.type, event.at) for event in events]
        started = [at for kind, at in times if kind == "started"]
        return TaskResult(
            id=str(job.pk),
            task=import_string(job.args["path"]),
            status=STATUS.get(job.status, TaskResultStatus.FAILED),
            enqueued_at=next((at for kind, at in times if kind == "deferred"), None),
            started_at=started[0] if started else None,
            finished_at=times[-1][1] if job.status not in {"todo", "doing"} else None,
            last_attempted_at=started[-1] if started else None,
            args=job.args["args"],
            kwargs=job.args["kwargs"],
            backend=self.alias,
            errors=[],  # they are in the worker's log, under the task's number
            worker_ids=["procrastinate"] * len(started),  # Django counts attempts by them
        )


@app.task(name="fucina.call", retry=RETRIES, pass_context=True)
def call(
    context: JobContext,
    path: str,
    args: list[Json],
    kwargs: dict[str, Json],
    timestamp: int | None = None,  # when a scheduled run was due
) -> None:
    """What a worker runs: the task that ``path`` names."""
    task: Task[..., Any] = import_string(path)
    backend = task.get_backend()
    result = backend.get_result(str(context.job.id))
    task_started.send(type(backend), task_result=result)
    try:
        if task.takes_context:
            task.call(TaskContext(task_result=result), *args, **kwargs)
        else:
            task.call(*args, **kwargs)
    except Exception as error:
        _tell_end(result, TaskResultStatus.FAILED, [_as_task_error(error)])
        raise
    _tell_end(result, TaskResultStatus.SUCCESSFUL, [])


def _tell_end(
    result: TaskResult[..., Any], status: TaskResultStatus, errors: list[TaskError]
) -> None:
    """Procrastinate records the end of a job after it, and Django tells of it now."""
    ended = replace(result, status=status, finished_at=timezone.now(), errors=errors)
    task_finished.send(type(result.task.get_backend()), task_result=ended)


def _as_task_error(error: Exception) -> TaskError:
    kind = type(error)
    return TaskError(
        exception_class_path=f"{kind.__module__}.{kind.__qualname__}",
        traceback="".join(format_exception(error)),
    )


# A run that is still waiting when the next is due stands for both.
for task_path, times in settings.FUCINA_SCHEDULE.items():
    app.periodic(
        cron=times,
        periodic_id=task_path,
        queueing_lock=task_path,
        task_kwargs={"path": task_path, "args": [], "kwargs": {}},
    )(cast("Any", call))


@app.periodic(cron="17 4 * * *")
@app.task(name="fucina.forget", queueing_lock="fucina.forget", pass_context=True)
async def forget(context: JobContext, timestamp: int) -> None:
    """What went well is forgotten after three days; what failed is kept."""
    await builtin_tasks.remove_old_jobs(context, max_hours=72)
