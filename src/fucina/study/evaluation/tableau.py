"""The tableau: everything the money of all combinations depends on, as arrays with a draw a column."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fucina.study import demand as demand_step
from fucina.study.evaluation.combination import Plan, Site
from fucina.study.funding import Sources, capital_sources, core_sources
from fucina.study.location import Alternative
from fucina.study.sampling import Floats, Sample
from fucina.study.schedule import opening
from fucina.study.strategy import LINE_KINDS, Line, Programme, programme

INDICATORS = ("capital", "fnpv_c", "net_cost", "cash_need", "benefit", "served")
"""What the kernel gives of each combination and draw, in the study's currency: the investment; the financial
net present value on it; the present value of what partners and public put in; the deepest shortfall of cash;
the economic net present value; and the present value of the level of activity (years of full operation)."""
WORKS_YEARS = 2.0
"""Works and equipment are paid evenly over the two years before the opening (an assumption)."""
TAIL = 2
"""Years after the last one of operation in which balances are still paid."""


@dataclass(frozen=True)
class SiteRows:
    """Of p sites, each (p, n): ``unit`` cost of a square metre of the programme (works and land), ``rent`` of
    one a year, ``pull`` of demand against the mean seat, ``spread`` of costs over several sites."""

    unit: Floats
    rent: Floats
    pull: Floats
    spread: Floats


@dataclass(frozen=True)
class StrategyRows:
    """Of s strategies, each (s, n): floor m², equipment and fitting in currency, years to full operation.

    The lines of all strategies lie one after another: strategy k has those from ``first[k]`` to
    ``first[k + 1]``. Each line (l, n): ``wanted``, ``ceiling``, ``start``, ``ramp``; (l,): ``pulled`` and
    ``kind``, its place in :data:`~fucina.study.strategy.LINE_KINDS`; ``profile`` (l,) numbers the lines
    of a strategy that start and grow alike.
    """

    area: Floats
    equipment: Floats
    fitting: Floats
    ramp: Floats
    first: NDArray[np.int64]
    wanted: Floats
    ceiling: Floats
    start: Floats
    growth: Floats
    pulled: NDArray[np.bool_]
    kind: NDArray[np.int64]
    profile: NDArray[np.int64]


@dataclass(frozen=True)
class FormRows:
    """Of g legal forms, each (g, n): cost of setting up, yearly cost of the bodies, members against those of
    the strategy."""

    setup: Floats
    running: Floats
    members: Floats


@dataclass(frozen=True)
class Common:
    """What all combinations share, each (n,)."""

    rate: Floats
    social: Floats
    works_factor: Floats
    running_factor: Floats
    residual: Floats


@dataclass(frozen=True)
class Tableau:
    """A block of ``n`` draws of a plan. ``access`` (p, n) of the sites, ``openings`` (q, n) in years."""

    plan: Plan
    sample: Sample
    programmes: tuple[Programme, ...]
    sites: SiteRows
    strategies: StrategyRows
    forms: FormRows
    common: Common
    capital: Sources
    core: Sources
    access: Floats
    openings: Floats
    horizon: float

    @property
    def n(self) -> int:
        return self.sample.draws


def tableau(plan: Plan, sample: Sample) -> Tableau:
    """The tableau of a plan for the draws of a sample."""
    study = plan.study
    programmes = tuple(programme(study, s, sample) for s in plan.strategies)
    access = np.stack([_access(plan, a, sample) for a in plan.sites.values()])
    return Tableau(
        plan=plan,
        sample=sample,
        programmes=programmes,
        sites=_sites(plan, access, sample),
        strategies=_strategies(programmes),
        forms=_forms(plan, sample),
        common=_common(sample),
        capital=capital_sources(sample),
        core=core_sources(sample),
        access=access,
        openings=_openings(plan, sample),
        horizon=float(study.header.horizon_years),
    )


def _access(plan: Plan, alternative: Alternative, sample: Sample) -> Floats:
    """The main seat's share of the activity is reached there, the rest at whichever seat is nearest."""
    column = {seat.id: i for i, seat in enumerate(plan.study.candidates)}
    columns = sorted(column[seat] for seat in alternative.seats)
    everywhere = demand_step.access(plan.demand, columns, sample)
    if len(columns) == 1:
        return everywhere
    main = alternative.shares[0]
    own = demand_step.access(plan.demand, [column[alternative.seats[0]]], sample)
    return main * own + (1 - main) * everywhere


def _sites(plan: Plan, access: Floats, sample: Sample) -> SiteRows:
    study = plan.study
    hubs = [demand_step.access(plan.demand, [i], sample) for i in range(len(study.candidates))]
    elasticity = sample.of("parameters", "demand-elasticity")
    pull = (access / np.mean(hubs, axis=0)) ** elasticity
    costs = [_site_costs(a, sample) for a in plan.sites.values()]
    unit, rent, spread = (np.stack(rows) for rows in zip(*costs, strict=True))
    return SiteRows(unit, rent, np.ascontiguousarray(pull), spread)


def _site_costs(alternative: Alternative, sample: Sample) -> tuple[Floats, Floats, Floats]:
    """Works and land for a square metre of the programme, its rent, and the spread over several sites (n,)."""
    per_m2 = sample.parameter("capex") * sample.of("parameters", "cost-growth")
    plot = sample.of("parameters", "plot-ratio")
    built = sample.of("locations", alternative.location, "works_share", default=1.0)
    others = len(alternative.seats) - 1
    split = sample.of("locations", alternative.location, "split_cost", default=0.0)
    spread = 1 + split * others
    unit, rent = np.zeros(sample.draws), np.zeros(sample.draws)
    for seat, share in zip(alternative.seats, alternative.shares, strict=True):
        works = per_m2 * sample.of("seats", seat, "works_factor")
        ground = sample.money("seats", seat, "land_cost", default=0.0) + sample.money(
            "seats", seat, "remediation"
        )
        unit = unit + share * spread * built * (works + plot * ground)
        rent = rent + share * sample.money("seats", seat, "rent", default=0.0)
    return unit, rent, spread


def _strategies(programmes: tuple[Programme, ...]) -> StrategyRows:
    lines = [line for programme in programmes for line in programme.lines]
    counts = [len(programme.lines) for programme in programmes]
    return StrategyRows(
        area=np.stack([p.area for p in programmes]),
        equipment=np.stack([p.equipment for p in programmes]),
        fitting=np.stack([p.fitting for p in programmes]),
        ramp=np.stack([p.ramp_years for p in programmes]),
        first=np.cumsum([0, *counts]).astype(np.int64),
        wanted=np.stack([line.wanted for line in lines]),
        ceiling=np.stack([line.ceiling for line in lines]),
        start=np.stack([line.start for line in lines]),
        growth=np.stack([1 / line.ramp for line in lines]),
        pulled=np.array([line.pulled for line in lines], dtype=np.bool_),
        kind=np.array([LINE_KINDS.index(line.kind) for line in lines], dtype=np.int64),
        profile=np.array([p for one in programmes for p in _profiles(one.lines)], dtype=np.int64),
    )


def _profiles(lines: tuple[Line, ...]) -> list[int]:
    known: dict[tuple[bytes, bytes], int] = {}
    keys = ((line.start.tobytes(), line.ramp.tobytes()) for line in lines)
    return [known.setdefault(key, len(known)) for key in keys]


def _forms(plan: Plan, sample: Sample) -> FormRows:
    none = np.zeros(sample.draws)
    rows = [
        (none, none, none + 1)
        if form is None
        else (
            sample.money("forms", form.id, "setup_cost", default=0.0),
            sample.money("forms", form.id, "running_cost", default=0.0),
            sample.of("forms", form.id, "membership", default=1.0),
        )
        for form in plan.forms
    ]
    setup, running, members = (np.stack(row) for row in zip(*rows, strict=True))
    return FormRows(setup, running, members)


def _common(sample: Sample) -> Common:
    life = sample.of("parameters", "building-life")
    horizon = sample.study.header.horizon_years
    return Common(
        rate=sample.parameter("discount-rate"),
        social=sample.parameter("social-discount-rate"),
        works_factor=sample.parameter("conversion-works"),
        running_factor=sample.parameter("conversion-running"),
        residual=1 - np.minimum(horizon, life) / life,
    )


def _openings(plan: Plan, sample: Sample) -> Floats:
    by_site: dict[tuple[Site, str | None], Floats] = {}
    for site, form in plan.openings:
        months = opening(plan.study, plan.sites[site], form, sample)
        by_site[site, form] = months / 12
    return np.stack(list(by_site.values()))
