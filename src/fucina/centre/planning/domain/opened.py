"""A run opened: its study and its result as objects, parsed once per process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import ValidationError

from fucina.centre.planning.models import Run
from fucina.documents.charts.chart import Chart
from fucina.study.report.charts import charts
from fucina.study.result import AlternativeResult, Driver, Result, SeatResult
from fucina.study.schema import NOUNS, Study
from fucina.study.schema.record import Named

KEPT = 6
"""Runs kept open in a process: the current one, and a few that someone compares."""


class OutdatedRunError(Exception):
    """A run stored by a program that wrote results otherwise: the study has to be computed again."""


@dataclass(frozen=True)
class Opened:
    run: int
    study: Study
    result: Result

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        return charts(self.study, self.result)

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, Named]]:
        """Every named record by its plural and its id."""
        plurals = (
            "stakeholders", "criteria", "seats", "locations", "services", "machines", "courses", "strategies",
            "spaces", "posts", "segments", "uses", "degrees", "archetypes", "forms", "funding", "parameters",
            "activities", "gates", "risks", "owners", "datasets",
        )  # fmt: skip
        return {plural: self.study.named(plural) for plural in plurals}

    @cached_property
    def alternatives(self) -> Mapping[str, AlternativeResult]:
        return {alternative.id: alternative for alternative in self.result.alternatives}

    @cached_property
    def seats(self) -> Mapping[str, SeatResult]:
        return {seat.id: seat for seat in self.result.seats}

    @cached_property
    def drivers(self) -> Mapping[str, Mapping[str, Driver]]:
        """The figures that move an answer: ``seat`` (its probability) and ``net_cost``, by figure."""
        return {
            "seat": {driver.figure: driver for driver in self.result.decision.drivers},
            "net_cost": {driver.figure: driver for driver in self.result.finance.drivers},
        }


def opened(run: Run) -> Opened:
    """The run's study and result. What a run holds never changes, so its id is key enough."""
    return _open(run.pk)


@lru_cache(maxsize=KEPT)
def _open(run: int) -> Opened:
    stored = Run.objects.get(pk=run)
    try:
        study = in_order(Study.model_validate(stored.study_data))
        return Opened(run, study, Result.model_validate(stored.result_data))
    except ValidationError as error:
        raise OutdatedRunError(str(stored)) from error


def in_order(study: Study) -> Study:
    """The study with its figures in the order of its nouns, subjects and attributes: PostgreSQL keeps
    the keys of a JSON object in an order of its own."""
    subjects = {
        noun.plural: [record.id for record in getattr(study, noun.plural)]
        for noun in NOUNS
        if noun.figures
    }
    attributes = {noun.plural: [a.name for a in noun.attributes] for noun in NOUNS}
    plurals = list(subjects)

    def place(key: str) -> tuple[int, int, int]:
        plural, subject, attribute = key.split(".")
        known = attributes[plural]
        return (
            plurals.index(plural),
            subjects[plural].index(subject),
            known.index(attribute) if attribute in known else 0,
        )

    figures = {key: study.figures[key] for key in sorted(study.figures, key=place)}
    return study.model_copy(update={"figures": figures})
