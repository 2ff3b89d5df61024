"""Computes a run and stores it, whole or not at all: result, files, charts, parties."""

import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from fucina.centre.people.domain import record_institution
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.opened import OutdatedRunError, opened
from fucina.centre.planning.domain.short_answer import short_answer
from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Drawing, Run
from fucina.documents.svg import svg
from fucina.documents.text import LANGUAGES
from fucina.study.engine import engine
from fucina.study.folder import fingerprint, read
from fucina.study.output import write
from fucina.study.report.charts import charts
from fucina.study.result import Result
from fucina.study.run import DRAWS, SEED, Computed, computed
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


@dataclass(frozen=True)
class Asked:
    """A study as it was read, and the run of it that is asked for."""

    study: Study
    key: Key


@dataclass(frozen=True)
class Ready:
    """A run computed and not yet stored."""

    asked: Asked
    computed: Computed
    drawings: list[Drawing]
    seconds: float

    @property
    def result(self) -> Result:
        return self.computed.result


def asked_of(path: Path, draws: int | None = None, seed: int | None = None) -> Asked:
    """Reads the folder. Raises :class:`~fucina.study.problem.StudyError` where it is no study."""
    found = fingerprint(path)  # before reading: a change in between is seen at the next look
    study = read(path)
    return Asked(
        study,
        Key(
            study.header.id,
            found,
            DRAWS if draws is None else draws,
            SEED if seed is None else seed,
            engine(),
        ),
    )


def stored(key: Key) -> Run | None:
    """The run of that key, if it is complete: it still opens, and its files are there."""
    run = Run.objects.filter(**asdict(key)).defer("study_data", "result_data").first()
    if run is None or not (queries.output_folder(run) / "results.json").is_file():
        return None
    try:
        opened(run)
    except OutdatedRunError:
        return None
    return run


def compute(asked: Asked, tell: Progress) -> Ready:
    """Computes the run and draws its charts. ``tell`` may raise to stop it."""
    start, key = time.monotonic(), asked.key
    found = computed(
        asked.study,
        draws=key.draws,
        seed=key.seed,
        fingerprint=key.fingerprint,
        progress=part(tell, 0.0, 0.8),
    )
    drawings = _draw(asked.study, found.result, part(tell, 0.8, 1.0))
    return Ready(asked, found, drawings, time.monotonic() - start)


def store(ready: Ready, *, current: bool, tell: Progress, allow: Callable[[], None]) -> Run:
    """Writes the run's files, then its rows; whoever calls it holds the study's lock.

    ``allow`` is asked last, in the transaction that stores the rows, and may raise: nothing is kept then.
    """
    key = ready.asked.key
    folder = queries.studies_folder() / key.study / key.output
    write(ready.asked.study, ready.result, folder, tell, cache=ready.computed.cache)
    try:
        with transaction.atomic():
            allow()
            if current:
                supersede(key.study)
            run = _store_run(ready, current=current)
            _store_drawings(run, ready.drawings)
            _record_parties(ready.asked.study)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return run


def supersede(study: str) -> None:
    for run in Run.objects.filter(study=study, status=RunStatus.CURRENT).only("pk"):
        run.status = RunStatus.SUPERSEDED
        run.save(update_fields=["status"])


def part(tell: Progress, start: float, end: float) -> Progress:
    """Progress of a part, told as a stretch of the whole."""
    return lambda share, step: tell(start + share * (end - start), step)


def _store_run(ready: Ready, *, current: bool) -> Run:
    """One whose files were lost is stored again in its place, and stays what it was."""
    study, key = ready.asked.study, ready.asked.key
    header = study.header
    facts = {
        "title_it": header.name.it,
        "title_en": header.name.en,
        "as_of": header.as_of,
        "computed_at": timezone.now(),
        "seconds": ready.seconds,
        "answer": short_answer(study, ready.result),
        "output": key.output,
        "study_data": study.model_dump(mode="json"),
        "result_data": ready.result.model_dump(mode="json"),
    }
    published = {"status": RunStatus.CURRENT} if current else {}
    run, _created = Run.objects.update_or_create(
        **asdict(key),
        defaults=facts | published,
        create_defaults=facts | {"status": RunStatus.KEPT} | published,
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


def _store_drawings(run: Run, drawings: list[Drawing]) -> None:
    for drawing in drawings:
        drawing.run = run
    run.drawings.all().delete()
    Drawing.objects.bulk_create(drawings)


def _record_parties(study: Study) -> None:
    for stakeholder in study.stakeholders:
        record_institution(
            stakeholder.id, stakeholder.name.it, stakeholder.name.en, stakeholder.kind
        )
