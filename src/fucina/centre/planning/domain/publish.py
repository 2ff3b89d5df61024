"""Publishes a study folder: the run of it that everyone reads, computed unless that very run is stored."""

import shutil
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.compute import (
    Progress,
    asked_of,
    compute,
    part,
    store,
    stored,
    supersede,
)
from fucina.centre.planning.domain.lock import publishing
from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Folder, Run

KEPT_FILES = 20
"""Runs of a study whose files are kept; of older ones the result alone stays, in the database."""


def publish_folder(
    path: Path,
    *,
    draws: int | None = None,
    seed: int | None = None,
    progress: Progress | None = None,
) -> Run:
    """Makes the folder's study the current one; computes it unless that very run is already stored.

    Raises :class:`~fucina.study.problem.StudyError` where the folder is no study; nothing changes then.
    """
    asked = asked_of(path, draws, seed)
    tell = progress or (lambda _share, _step: None)
    with publishing(asked.key.study):
        run = stored(asked.key)
        if run is None:
            ready = compute(asked, part(tell, 0.0, 0.6))
            run = store(ready, current=True, tell=part(tell, 0.6, 1.0), allow=lambda: None)
            tell(1.0, "done")
        elif run.status != RunStatus.CURRENT:
            make_current(run)
        look_after(path, run)
        remove_left_over_files(run.study)
        return run


def make_current(run: Run) -> None:
    with transaction.atomic():
        supersede(run.study)
        run.status = RunStatus.CURRENT
        run.save(update_fields=["status"])


def look_after(path: Path, run: Run) -> None:
    Folder.objects.update_or_create(
        path=str(path.resolve()),
        defaults={"run": run, "problems": [], "checked_at": timezone.now()},
    )


def remove_left_over_files(study: str) -> None:
    """The files of all but the latest runs go, and what a killed computation left half-written; the caller
    holds the study's lock. Every run's result stays in the database."""
    runs = Run.objects.filter(study=study).order_by("-computed_at", "-pk")
    kept = {
        *runs.values_list("output", flat=True)[:KEPT_FILES],
        *runs.filter(status=RunStatus.CURRENT).values_list("output", flat=True),
    }
    for folder in (queries.studies_folder() / study).iterdir():
        left_over = folder.name.startswith(".") or (folder / "results.json").is_file()
        if folder.is_dir() and folder.name not in kept and left_over:
            shutil.rmtree(folder, ignore_errors=True)
