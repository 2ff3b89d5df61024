"""The money of one combination in plain NumPy, year by year and line by line.

It says the model's equations once more, as they are written down, and is what the compiled kernel is tested
against; the accounts of the proposed combination are read from it.
"""

from dataclasses import dataclass

import numpy as np

from fucina.methods.cashflow import Timing, net_present_value
from fucina.study.evaluation.tableau import INDICATORS, TAIL, WORKS_YEARS, Tableau
from fucina.study.funding import Sources
from fucina.study.sampling import Floats
from fucina.study.strategy import LINE_KINDS

TIMING = Timing.MIDDLE


@dataclass(frozen=True)
class Yearly:
    """Yearly amounts (n, T) of one combination, in the study's currency and prices, all positive; year 0
    begins with the decision.

    ``lines`` (l, n, T) in the order of the strategy's lines. ``investment`` is all that is built and bought,
    ``in_kind`` the part that partners give as things; ``grants`` (k, n, T) of each capital source as it is
    paid, ``core`` (c, n, T) of each source for running. ``works`` is the share of the investment spent in a
    year, ``level`` the strategy's level of activity, ``present`` the share of the year it is open.
    """

    lines: Floats
    kinds: tuple[str, ...]
    services: tuple[str, ...]
    investment: Floats
    capital: Floats
    in_kind: Floats
    setup: Floats
    rent: Floats
    bodies: Floats
    grants: Floats
    core: Floats
    core_due: Floats
    residual: Floats
    works: Floats
    level: Floats
    present: Floats
    opening: Floats

    def of_kind(self, *kinds: str) -> Floats:
        """The sum of the lines of some kinds (n, T)."""
        chosen = [i for i, kind in enumerate(self.kinds) if kind in kinds]
        return np.asarray(self.lines[chosen].sum(axis=0))

    @property
    def income(self) -> Floats:
        return self.of_kind("commercial", "membership")

    @property
    def running(self) -> Floats:
        return np.asarray(self.of_kind("running") + self.rent + self.bodies)

    @property
    def spent(self) -> Floats:
        """Cash spent on the investment: without what is given in kind."""
        return np.asarray(self.investment - self.in_kind + self.setup)

    @property
    def cash_flow(self) -> Floats:
        """Net cash of a year before partners add anything or lenders lend."""
        into = self.income + self.of_kind("competitive") + self.core.sum(axis=0)
        out = self.spent + self.of_kind("renewal") + self.running
        return np.asarray(into + self.grants.sum(axis=0) - out)


def yearly(table: Tableau, row: int) -> Yearly:
    """The yearly amounts of the built combination at ``row`` of the plan's index."""
    site, strategy, form, at = table.plan.index[row]
    opens = table.openings[at][:, None]
    closes = opens + table.horizon
    years = np.arange(int(np.ceil(closes.max())) + TAIL)
    own = slice(table.strategies.first[strategy], table.strategies.first[strategy + 1])
    rows = table.strategies
    kinds = tuple(LINE_KINDS[kind] for kind in rows.kind[own])
    full = amounts(table, site, form, own)
    levels = np.stack(
        [
            _level(years, opens, closes, start[:, None], growth[:, None])
            for start, growth in zip(rows.start[own], rows.growth[own], strict=True)
        ]
    )
    present = _overlap(years, opens, closes)
    works = _overlap(years, opens - WORKS_YEARS, opens) / WORKS_YEARS
    area = rows.area[strategy]
    capital = rows.equipment[strategy] + rows.fitting[strategy] + area * table.sites.unit[site]
    given = gifts(table.capital, capital)
    running = full[:, :, None] * levels
    people = running[[i for i, kind in enumerate(kinds) if kind == "running"]].sum(axis=0)
    rent = (area * table.sites.rent[site])[:, None] * present
    bodies = table.forms.running[form][:, None] * present
    due = _core(table.core, people + rent + bodies)
    setup = np.zeros((table.n, years.size))
    setup[:, 0] = table.forms.setup[form]
    in_kind = given[table.capital.in_kind].sum(axis=0)
    cash = np.where(table.capital.in_kind[:, None], 0.0, given)
    return Yearly(
        lines=running,
        kinds=kinds,
        services=tuple(line.service for line in table.programmes[strategy].lines),
        investment=capital[:, None] * works,
        capital=capital,
        in_kind=in_kind[:, None] * works,
        setup=setup,
        rent=rent,
        bodies=bodies,
        grants=_paid(cash[:, :, None] * works, table.capital),
        core=_paid(due, table.core),
        core_due=due,
        residual=_residual(table, strategy, capital, opens[:, 0], years.size),
        works=works,
        level=_level(years, opens, closes, 0.0, 1 / rows.ramp[strategy][:, None]),
        present=present,
        opening=opens[:, 0],
    )


def indicators(table: Tableau, row: int) -> Floats:
    """The indicators (k, n) of one combination, in the order of :data:`INDICATORS`."""
    flows, common = yearly(table, row), table.common
    renewal, benefit = flows.of_kind("renewal"), flows.of_kind("benefit")
    cost = flows.investment + flows.setup + renewal + flows.running - flows.residual
    fnpv_c = net_present_value(flows.income - cost, common.rate, TIMING)
    won = net_present_value(flows.of_kind("competitive"), common.rate, TIMING)
    works, running = common.works_factor[:, None], common.running_factor[:, None]
    social = flows.income + benefit - works * (flows.investment + flows.setup - flows.residual)
    social = social - running * flows.running - renewal
    cash = np.cumsum(flows.cash_flow, axis=1)
    found = {
        "capital": flows.capital,
        "fnpv_c": fnpv_c,
        "net_cost": -(fnpv_c + won),
        "cash_need": np.maximum(0, -cash.min(axis=1)),
        "benefit": net_present_value(social, common.social, TIMING),
        "served": net_present_value(flows.level, common.rate, TIMING),
    }
    return np.stack([found[name] for name in INDICATORS])


def appraise(table: Tableau) -> Floats:
    """The indicators of all built combinations: (m, k, n)."""
    return np.stack([indicators(table, row) for row in range(len(table.plan.index))])


def amounts(table: Tableau, site: int, form: int, own: slice) -> Floats:
    """What each line comes to at full operation (l, n) at a site and under a form."""
    rows = table.strategies
    pull = np.where(rows.pulled[own, None], table.sites.pull[site], 1.0)
    amount = np.minimum(rows.wanted[own] * pull, rows.ceiling[own])
    kind = rows.kind[own, None]
    amount = amount * np.where(kind == LINE_KINDS.index("running"), table.sites.spread[site], 1.0)
    members = np.where(kind == LINE_KINDS.index("membership"), table.forms.members[form], 1.0)
    return np.asarray(amount * members)


def _level(
    years: np.ndarray, opens: Floats, closes: Floats, start: Floats | float, growth: Floats
) -> Floats:
    grown = np.clip((years + 0.5 - opens - start) * growth, 0, 1)
    return np.asarray(grown * _overlap(years, opens + start, closes))


def _overlap(years: np.ndarray, start: Floats, end: Floats) -> Floats:
    """How much of each year [t, t+1) lies between start and end (n, T); what falls before 0 counts in 0."""
    inside = np.maximum(0.0, np.minimum(years + 1, end) - np.maximum(years, start))
    before = np.clip(np.minimum(end, 0) - start, 0, None)
    return np.asarray(inside + np.where(years == 0, before, 0), dtype=np.float64)


def gifts(sources: Sources, capital: Floats) -> Floats:
    """What each source gives towards the investment (k, n): together never more than all of it."""
    given = sources.granted * np.minimum(sources.amount, sources.share * capital)
    total = given.sum(axis=0)
    return np.asarray(given * np.where(total > capital, capital / np.maximum(total, 1e-300), 1.0))


def _core(sources: Sources, running: Floats) -> Floats:
    """What each source owes for a year's running (c, n, T)."""
    asked = sources.share[:, :, None] * running
    return np.asarray(sources.granted[:, :, None] * np.minimum(sources.amount[:, :, None], asked))


def _paid(due: Floats, sources: Sources) -> Floats:
    """What is due (k, n, T) as it is paid: at once, a year later, two years later."""
    paid = due * sources.advance[:, :, None]
    paid[:, :, 1:] += (due * sources.interim[:, :, None])[:, :, :-1]
    paid[:, :, 2:] += (due * sources.balance[:, :, None])[:, :, :-2]
    return np.asarray(paid)


def _residual(table: Tableau, strategy: int, capital: Floats, opens: Floats, length: int) -> Floats:
    """Straight-line value left in the building at the end; machines are renewed and left at nothing."""
    left = (capital - table.strategies.equipment[strategy]) * table.common.residual
    value = np.zeros((table.n, length))
    last = np.ceil(opens + table.horizon).astype(int) - 1
    value[np.arange(table.n), last] = left
    return value
