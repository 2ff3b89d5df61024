"""A run as one reader sees it: in a language, numbers written as that language writes them, with links."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import get_language

from fucina.centre.planning.domain.opened import Opened, OutdatedRunError, opened
from fucina.centre.planning.domain.queries import current_run
from fucina.centre.planning.models import Run
from fucina.documents import numbers
from fucina.documents.numbers import NBSP
from fucina.documents.text import Language, Text
from fucina.documents.units import unit_label
from fucina.study.result import Estimated, Result, Spread
from fucina.study.schema import NOUNS, Figure, Source, Study

DIGITS = 3
"""Significant digits of a figure of the study: none of them is known better."""
ATTRIBUTES = {noun.plural: {a.name: a.text for a in noun.attributes} for noun in NOUNS}
"""What each attribute of a noun means, in both languages."""


@dataclass(frozen=True)
class Place:
    """Where a run's pages are: those of the current run, of a run by its number, or behind a shared link."""

    namespace: str = "planning"
    address: tuple[int | str, ...] = ()
    question: str = ""
    """What a shared link asks on the page “Explore”, if it asks something."""

    def url(self, page: str, *arguments: str) -> str:
        return reverse(f"{self.namespace}:{page}", args=[*self.address, *arguments])


@dataclass(frozen=True)
class Reader:
    run: Run
    opened: Opened
    language: Language
    place: Place = Place()

    @property
    def study(self) -> Study:
        return self.opened.study

    @property
    def result(self) -> Result:
        return self.opened.result

    # Words

    def said(self, text: Text) -> str:
        return text[self.language]

    def name(self, plural: str, identity: str) -> str:
        """The name of a record of the study."""
        return self.said(self.opened.records[plural][identity].name)

    def seat(self, identity: str) -> str:
        return self.name("seats", identity)

    def alternative(self, identity: str) -> str:
        return self.said(self.opened.alternatives[identity].name)

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.study.sources}

    # Numbers

    def number(self, x: float | None, digits: int = 0) -> str:
        return numbers.number(x, self.language, digits)

    def percent(self, share: float | None, digits: int = 0) -> str:
        return numbers.percent(share, self.language, digits)

    def millions(self, amount: float | None, digits: int = 1) -> str:
        return numbers.millions(amount, self.language, self.study.header.currency, digits)

    def quantity(self, x: float | None, unit: str, digits: int = 0) -> str:
        return numbers.quantity(x, unit, self.language, digits)

    def unit(self, unit: str) -> str:
        return unit_label(unit, self.language)

    def date(self, day: date) -> str:
        return numbers.date(day, self.language)

    def probability(self, estimate: Estimated) -> str:
        """`41.2% ± 0.4`: the probability with its standard error, in percentage points."""
        return f"{self.percent(estimate.value, 1)} ± {self.number(100 * estimate.se, 1)}"

    def range(self, spread: Spread, unit: str, digits: int = 0) -> str:
        """From the 5th to the 95th percentile."""
        low, high = (self.measured(x, unit, digits) for x in (spread.p05, spread.p95))
        return (
            f"{low} – {high}" if unit == "share" else f"{self.number(spread.p05, digits)} – {high}"
        )

    def millions_range(self, spread: Spread, digits: int = 0) -> str:
        return f"{self.millions(spread.p05, digits)} – {self.millions(spread.p95, digits)}"

    # Figures of the study

    def figure_value(self, figure: Figure) -> str:
        return self.written(figure.value, self._unit_of(figure))

    def figure_range(self, figure: Figure) -> str:
        """The low and the high end of an uncertain figure, its unit once; nothing for a fixed one."""
        if figure.low is None or figure.high is None:
            return ""
        unit = self._unit_of(figure)
        high = self.written(figure.high, unit)
        if unit in ("share", "score", "x"):
            return f"{self.written(figure.low, unit)} – {high}"
        return f"{self.number(figure.low, digits_of(figure.low, unit))} – {high}"

    def written_as(self, figure: Figure, x: float) -> str:
        """Another value of the same figure, in its unit."""
        return self.written(x, self._unit_of(figure))

    def unit_of(self, figure: Figure) -> str:
        """The label of the figure's unit."""
        return self.unit(self._unit_of(figure))

    def _unit_of(self, figure: Figure) -> str:
        """The figure's unit, with what a service calls its unit of volume in the place of ``unit``."""
        parts = figure.unit.split("/")
        if "unit" not in parts:
            return figure.unit
        used = {use.id: use.service for use in self.study.uses}
        services = {service.id: service for service in self.study.services}
        name = self.said(services[used.get(figure.subject, figure.subject)].unit_name)
        return "/".join(name if part == "unit" else part for part in parts)

    def written(self, x: float, unit: str) -> str:
        """A value in its unit, with the digits it deserves."""
        return self.measured(x, unit, digits_of(x, unit))

    def measured(self, x: float, unit: str, digits: int) -> str:
        """A value in its unit, with so many digits (of a percentage, where it is a share)."""
        if unit == "score":
            return f"{self.number(x, digits)}/10"
        if unit == "x":
            return f"×{NBSP}{self.number(x, digits)}"
        return self.quantity(x, unit, digits)

    def figure_name(self, key: str) -> str:
        """`Seat — usable floor area`: the subject and the attribute of a figure."""
        plural, subject, attribute = key.split(".")
        if plural == "parameters":
            return self.name(plural, subject)
        return f"{self.name(plural, subject)} · {self.attribute(plural, attribute)}"

    def attribute(self, plural: str, attribute: str) -> str:
        return self.said(ATTRIBUTES[plural][attribute])

    # Addresses

    def url(self, page: str, *arguments: str) -> str:
        """A page of this run, as the reader reaches it."""
        return self.place.url(page, *arguments)

    def figure_url(self, key: str) -> str:
        return self.url("figure", key)

    def seat_url(self, identity: str) -> str:
        return self.url("seat", identity)

    def source_url(self, identity: str) -> str:
        return self.url("source", identity)


def digits_of(x: float, unit: str) -> int:
    """Decimals that show three significant digits and no needless zero."""
    shown = 100 * x if unit == "share" else x
    whole = len(str(int(abs(shown)))) if abs(shown) >= 1 else 0
    most = max(DIGITS - whole, 0) if whole else DIGITS
    return next(d for d in range(most + 1) if d == most or abs(round(shown, d) - shown) < 1e-9)


def current_reader() -> Reader | None:
    """The current run for whoever is asking now, in the language of the request; nothing, if there is
    none or if it was stored by a program too different from this one."""
    run = current_run()
    return None if run is None else reader_of(run)


def reader_of(run: Run, place: Place = Place()) -> Reader | None:
    try:
        return Reader(run, opened(run), "en" if get_language() == "en" else "it", place)
    except OutdatedRunError:
        return None
