"""Publishes a study folder: computes it, writes its output, stores the run and its charts."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from fucina.centre.people.domain import record_institution
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.lock import publishing
from fucina.centre.planning.domain.opened import OutdatedRunError, opened
from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Drawing, Folder, Run
from fucina.documents.svg import svg
from fucina.documents.text import LANGUAGES
from fucina.study.engine import engine
from fucina.study.folder import fingerprint, read
from fucina.study.output import write
from fucina.study.report.charts import charts
from fucina.study.result import Result
from fucina.study.run import DRAWS, SEED, compute
from fucina.study.schema import Study

Progress = Callable[[float, str], None]
WIDTHS = (720, 360)
"""Charts are drawn for a page and for a phone."""


@dataclass(frozen=True)
class Key:
    """What makes a run the run it is: the same key gives the same result."""

    study: str
    fingerprint: str
    draws: int
    seed: int
    version: str

    @property
    def output(self) -> str:
        return f"{self.fingerprint[:12]}-{self.draws}-{self.seed}-{self.version}"


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
    found = fingerprint(path)  # before reading: a change in between is seen at the next look
    study = read(path)
    key = Key(
        study.header.id,
        found,
        DRAWS if draws is None else draws,
        SEED if seed is None else seed,
        engine(),
    )
    with publishing(key.study):
        run = _stored(key)
        if run is None:
            run = _compute(study, key, progress or (lambda _share, _step: None))
        elif run.status != RunStatus.CURRENT:
            _make_current(run)
        _look_after(path, run)
        _remove_superseded_output(run)
        return run


def _stored(key: Key) -> Run | None:
    """The run of that key, if it is complete: it still opens, and its files are there."""
    run = Run.objects.filter(**asdict(key)).defer("study_data", "result_data").first()
    if run is None or not (queries.output_folder(run) / "results.json").is_file():
        return None
    try:
        opened(run)
    except OutdatedRunError:
        return None
    return run


def _compute(study: Study, key: Key, tell: Progress) -> Run:
    result = compute(
        study,
        draws=key.draws,
        seed=key.seed,
        fingerprint=key.fingerprint,
        progress=_part(tell, 0.0, 0.5),
    )
    folder = queries.studies_folder() / key.study / key.output
    write(study, result, folder, _part(tell, 0.5, 0.85))
    drawn = _draw(study, result, _part(tell, 0.85, 1.0))
    with transaction.atomic():
        run = _store(study, result, key)
        for drawing in drawn:
            drawing.run = run
        run.drawings.all().delete()
        Drawing.objects.bulk_create(drawn)
        _record_parties(study)
    tell(1.0, "done")
    return run


def _store(study: Study, result: Result, key: Key) -> Run:
    """Stores the run; one whose files were lost is stored again in its place."""
    _supersede(key.study)
    header = study.header
    run, _created = Run.objects.update_or_create(
        **asdict(key),
        defaults={
            "title_it": header.name.it,
            "title_en": header.name.en,
            "as_of": header.as_of,
            "computed_at": timezone.now(),
            "status": RunStatus.CURRENT,
            "output": key.output,
            "study_data": study.model_dump(mode="json"),
            "result_data": result.model_dump(mode="json"),
        },
    )
    return run


def _draw(study: Study, result: Result, tell: Progress) -> list[Drawing]:
    found = charts(study, result)
    drawn = []
    for done, (name, chart) in enumerate(found.items()):
        tell(done / len(found), "charts")
        drawn += [
            Drawing(name=name, language=language, width=width, svg=svg(chart, language, width))
            for language in LANGUAGES
            for width in WIDTHS
        ]
    return drawn


def _supersede(study: str) -> None:
    Run.objects.filter(study=study, status=RunStatus.CURRENT).update(status=RunStatus.SUPERSEDED)


def _make_current(run: Run) -> None:
    with transaction.atomic():
        _supersede(run.study)
        run.status = RunStatus.CURRENT
        run.save(update_fields=["status"])


def _look_after(path: Path, run: Run) -> None:
    Folder.objects.update_or_create(
        path=str(path.resolve()),
        defaults={"run": run, "problems": [], "checked_at": timezone.now()},
    )


def _remove_superseded_output(run: Run) -> None:
    """A superseded run's files go, and what a killed publication left half-written; its lock is ours.

    A superseded run's result stays in the database.
    """
    for folder in (queries.studies_folder() / run.study).iterdir():
        left_over = folder.name.startswith(".") or (folder / "results.json").is_file()
        if folder.is_dir() and folder.name != run.output and left_over:
            shutil.rmtree(folder, ignore_errors=True)


def _record_parties(study: Study) -> None:
    for stakeholder in study.stakeholders:
        record_institution(
            stakeholder.id, stakeholder.name.it, stakeholder.name.en, stakeholder.kind
        )


def _part(tell: Progress, start: float, end: float) -> Progress:
    """Progress of a part, told as a stretch of the whole."""
    return lambda share, step: tell(start + share * (end - start), step)
