"""Rules of the programming periods on projects that earn revenue, with the acts they come from."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Parameter:
    """A figure set by an act: `value`, or from `low` to `high`; unconfirmed until someone read it there.

    >>> Parameter(0.2, 0.2, "Delegated Regulation (EU) 2015/1516, art. 2", True).value
    0.2
    """

    low: float
    high: float
    source: str
    confirmed: bool

    @property
    def value(self) -> float:
        """The one figure; MethodError where the act leaves a range."""
        if self.low != self.high:
            raise MethodError(f"{self.source}: a range from {self.low:g} to {self.high:g}")
        return self.low


@dataclass(frozen=True)
class ProgrammingPeriod:
    """A period's methods, rates, flat rates and reference periods by sector, as of a date.

    `methods` are "funding_gap" and "flat_rate", none where revenue is not deducted.

    >>> programming_period(2018).flat_rate("research_development_innovation").confirmed
    True
    """

    id: str
    first_year: int
    last_year: int
    methods: tuple[str, ...]
    basis: str
    confirmed: bool
    discount_rate: Parameter
    social_discount_rate: Parameter
    flat_rates: dict[str, Parameter]
    reference_periods: dict[str, Parameter]
    as_of: date

    def flat_rate(self, sector: str) -> Parameter:
        """Share of the cost that net revenue is taken to cover; MethodError for a sector without one."""
        return _find(f"{self.id}: flat rate", sector, self.flat_rates)

    def reference_period(self, sector: str) -> Parameter:
        """Years of the appraisal; MethodError for a sector without a figure."""
        return _find(f"{self.id}: reference period", sector, self.reference_periods)


def load_programming_periods() -> tuple[ProgrammingPeriod, ...]:
    """The periods of `programming_periods.toml`, oldest first, each with its acts.

    >>> [period.id for period in load_programming_periods()]
    ['2007-2013', '2014-2020', '2021-2027']
    """
    text = resources.files(__package__).joinpath("programming_periods.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return tuple(_period(entry, data["as_of"]) for entry in data["period"])


def programming_period(year: int) -> ProgrammingPeriod:
    """The period a year belongs to; MethodError where no period covers it.

    >>> programming_period(2024).methods
    ()
    """
    periods = load_programming_periods()
    for period in periods:
        if period.first_year <= year <= period.last_year:
            return period
    raise MethodError(
        f"year: {year} lies in no programming period; known: {', '.join(p.id for p in periods)}"
    )


def _find(what: str, sector: str, known: dict[str, Parameter]) -> Parameter:
    if sector not in known:
        raise MethodError(f"{what}: none for {sector!r}; known: {', '.join(known) or 'none'}")
    return known[sector]


def _period(entry: dict[str, Any], as_of: date) -> ProgrammingPeriod:
    rate, social = entry["discount_rate"], entry["social_discount_rate"]
    kept = ("id", "first_year", "last_year", "basis", "confirmed")
    return ProgrammingPeriod(
        **{name: entry[name] for name in kept},
        methods=tuple(entry["methods"]),
        discount_rate=_parameter(rate, rate["value"], rate["value"]),
        social_discount_rate=_parameter(social, social["other"], social["cohesion"]),
        flat_rates={
            rule["sector"]: _parameter(rule, rule["value"], rule["value"])
            for rule in entry.get("flat_rate", ())
        },
        reference_periods={
            rule["sector"]: _parameter(rule, *rule["years"])
            for rule in entry.get("reference_period", ())
        },
        as_of=as_of,
    )


def _parameter(entry: dict[str, Any], low: float, high: float) -> Parameter:
    return Parameter(float(low), float(high), entry["source"], entry["confirmed"])
