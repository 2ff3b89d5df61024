"""Asks a run what it would answer under other weights and narrower assumptions, from the draws it has kept."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import is_zipfile

from fucina.centre.planning.domain.queries import output_folder
from fucina.centre.planning.models import Run
from fucina.study import explore as engine
from fucina.study.explore import Answer, Cache
from fucina.study.output import kept_draws

KEPT = 3
"""Runs whose draws a process holds: some tens of megabytes each."""
REMEMBERED = 256
"""Answers that a process remembers: a slider is moved back, a link is opened by many."""


@dataclass(frozen=True)
class Question:
    """``weights`` in points by criterion; else the weights of one ``stakeholder``; else everyone’s. ``bands``: the
    figures that are held within bounds, in their own units."""

    weights: tuple[tuple[str, float], ...] = ()
    stakeholder: str = ""
    bands: tuple[tuple[str, float, float], ...] = ()


def draws_of(run: Run) -> Cache | None:
    """The draws that the run has kept; nothing where its files were removed."""
    path = output_folder(run) / engine.FILE
    try:
        return _loaded(path.parent, path.stat().st_mtime_ns)
    except OSError:
        return None


def ask(run: Run, question: Question) -> Answer | None:
    """Raises KeyError for a criterion, an institution or a figure that the run does not know."""
    path = output_folder(run) / engine.FILE
    try:
        return _answered(path.parent, path.stat().st_mtime_ns, question)
    except OSError:
        return None


@lru_cache(maxsize=KEPT)
def _loaded(folder: Path, _written: int) -> Cache | None:
    whole = is_zipfile(folder / engine.FILE)  # not cut short, by a full disk say
    return kept_draws(folder) if whole else None


@lru_cache(maxsize=REMEMBERED)
def _answered(folder: Path, written: int, question: Question) -> Answer | None:
    cache = _loaded(folder, written)
    if cache is None:
        return None
    return engine.explore(
        cache,
        weights=dict(question.weights) or None,
        stakeholder=question.stakeholder or None,
        bands={figure: (low, high) for figure, low, high in question.bands},
    )
