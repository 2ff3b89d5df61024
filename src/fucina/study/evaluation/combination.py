"""Which combinations of site, strategy and legal form there are: fixed by the study's single values."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fucina.study import demand as demand_step
from fucina.study.demand import Demand
from fucina.study.location import Alternative, Need, alternatives, baselines
from fucina.study.problem import Problem, StudyError
from fucina.study.sampling import Planned
from fucina.study.schema import Form, Strategy, Study
from fucina.study.strategy import programme

type Site = tuple[str, tuple[str, ...], tuple[float, ...]]


@dataclass(frozen=True)
class Combination:
    """An alternative (seats and their shares), the strategy that runs there, the legal form that governs it.
    The two baselines have no form."""

    alternative: Alternative
    strategy: str
    form: str | None

    @property
    def id(self) -> str:
        return "/".join([self.alternative.id, self.strategy or "-", self.form or "-"])

    @property
    def ranked(self) -> bool:
        """Whether it takes part in the ranking: its seats hold it, and it is no baseline."""
        return self.alternative.feasible and not self.alternative.baseline

    @property
    def site(self) -> Site:
        """What distinguishes a place: two alternatives for two strategies may be one site."""
        a = self.alternative
        return a.location, a.seats, a.shares


@dataclass(frozen=True)
class Plan:
    """All combinations of a study, and the distinct sites, strategies and forms they are made of."""

    study: Study
    demand: Demand
    needs: dict[str, Need]
    combinations: tuple[Combination, ...]

    @cached_property
    def sites(self) -> dict[Site, Alternative]:
        return {c.site: c.alternative for c in self.combinations if c.alternative.seats}

    @cached_property
    def strategies(self) -> list[Strategy]:
        used = {c.strategy for c in self.combinations}
        return [s for s in self.study.strategies if s.id in used]

    @cached_property
    def forms(self) -> list[Form | None]:
        """None stands for the baselines' want of a form."""
        return [None, *self.study.forms]

    @cached_property
    def openings(self) -> list[tuple[Site, str | None]]:
        return list(
            dict.fromkeys((c.site, c.form) for c in self.combinations if c.alternative.seats)
        )

    @cached_property
    def built(self) -> list[int]:
        """The places, among the combinations, of those that build or rent anything."""
        return [i for i, c in enumerate(self.combinations) if c.alternative.seats]

    @cached_property
    def ranked(self) -> list[int]:
        return [i for i, c in enumerate(self.combinations) if c.ranked]

    @cached_property
    def index(self) -> NDArray[np.int64]:
        """Site, strategy, form and opening of every built combination: (m, 4)."""
        sites = {site: i for i, site in enumerate(self.sites)}
        strategies = {s.id: i for i, s in enumerate(self.strategies)}
        forms = {None if f is None else f.id: i for i, f in enumerate(self.forms)}
        openings = {key: i for i, key in enumerate(self.openings)}
        rows = [
            (sites[c.site], strategies[c.strategy], forms[c.form], openings[c.site, c.form])
            for c in (self.combinations[i] for i in self.built)
        ]
        return np.array(rows, dtype=np.int64).reshape(-1, 4)

    def only(self, kept: list[int]) -> "Plan":
        """The same plan with some of its combinations."""
        return Plan(self.study, self.demand, self.needs, tuple(self.combinations[i] for i in kept))


def plan(study: Study, proxy: demand_step.Proxy = "stops") -> Plan:
    """Every alternative × strategy × legal form, and the two baselines.

    Raises :class:`~fucina.study.problem.StudyError` where no seat can hold any strategy.
    """
    demand = demand_step.place(study, proxy)
    needs = {s.id: need(study, s) for s in study.strategies if s.services}
    found = [Combination(a, a.strategy, None) for a in baselines(study)]
    for strategy in study.strategies:
        if not strategy.services or strategy.minimum:
            continue
        for alternative in alternatives(study, demand, needs[strategy.id]):
            found += [Combination(alternative, strategy.id, form.id) for form in study.forms]
    if not any(c.ranked for c in found):
        area = needs[study.central_strategy.id].area
        raise StudyError(
            [Problem("no_feasible", "figures/seats.csv", numbers=(("area", f"{area:.0f}"),))]
        )
    return Plan(study, demand, needs, tuple(found))


def need(study: Study, strategy: Strategy) -> Need:
    """The floor a strategy needs at the single values."""
    planned = programme(study, strategy, Planned(study))
    return Need(strategy.id, float(planned.area[0]), float(planned.halls[0]))
