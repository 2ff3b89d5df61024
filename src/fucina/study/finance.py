"""Finance: yearly cash flows of one alternative under one strategy, for every draw."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.cashflow import Timing, net_present_value
from fucina.study.location import Alternative
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Study
from fucina.study.strategy import Programme

TIMING = Timing.MIDDLE
WORKS_YEARS = 2.0
"""Works and equipment are paid evenly over the two years before the opening (an assumption)."""


@dataclass(frozen=True)
class Flows:
    """Yearly amounts (n, T) in the study's currency and prices, all positive; a row is a draw.

    ``investment`` land, remediation, works, fittings, equipment; ``renewal`` of machines; ``running``
    costs; ``commercial`` income from users and members; ``competitive`` grants won; ``core`` funding;
    ``grant`` the public share of the investment as it is paid out; ``residual`` value in the last year of operation;
    ``level`` of activity, 0 to 1.
    """

    investment: Floats
    renewal: Floats
    running: Floats
    commercial: Floats
    competitive: Floats
    core: Floats
    grant: Floats
    residual: Floats
    level: Floats


@dataclass(frozen=True)
class Appraisal:
    """Indicators per draw (n,). ``net_cost``: present value of what partners and public must put in."""

    flows: Flows
    capital: Floats
    fnpv_c: Floats
    net_cost: Floats
    cash: Floats
    cash_need: Floats
    break_even_benefit: Floats


def appraised_years(study: Study, opening: Floats) -> int:
    """Years from the decision until every draw has had its years of operation: a seat that opens later
    is not let off its last years."""
    return study.header.horizon_years + int(np.ceil(opening.max() / 12))


def capital_cost(
    study: Study, alternative: Alternative, programme: Programme, sample: Sample
) -> Floats:
    """What must be built and bought before the opening (n,)."""
    per_m2 = sample.parameter("capex") * sample.of("parameters", "cost-growth")
    plot = sample.of("parameters", "plot-ratio")
    total = programme.equipment + programme.fitting
    built = sample.of("locations", alternative.location, "works_share", default=1.0)
    for seat, share in zip(alternative.seats, alternative.shares, strict=True):
        area = programme.area * share * (1 + alternative.split_cost * (len(alternative.seats) - 1))
        works = per_m2 * sample.of("seats", seat, "works_factor")
        ground = sample.money("seats", seat, "land_cost", default=0.0) + sample.money(
            "seats", seat, "remediation"
        )
        total = total + area * built * (works + plot * ground)
    return total


def flows(
    study: Study,
    alternative: Alternative,
    programme: Programme,
    opening: Floats,
    access: Floats,
    sample: Sample,
) -> Flows:
    """Cash flows of an alternative that opens ``opening`` months (n,) after the decision and reaches
    ``access`` times the demand of the mean hub (n,).

    Every draw has the same years of operation, counted from its own opening.
    """
    opens = (opening / 12)[:, None]
    years = np.arange(appraised_years(study, opening))
    closes = opens + study.header.horizon_years
    present = _overlap(years, opens, closes)
    level = np.clip((years + 0.5 - opens) / programme.ramp_years[:, None], 0, 1) * present
    works = _overlap(years, opens - WORKS_YEARS, opens) / WORKS_YEARS
    capital = capital_cost(study, alternative, programme, sample)
    investment = capital[:, None] * works
    spread = 1 + alternative.split_cost * (max(len(alternative.seats), 1) - 1)
    staff = (
        programme.staff
        * sample.parameter("staff-cost")
        / sample.of("parameters", "personnel-share")
    )
    running = (staff * spread)[:, None] * level + _rent(alternative, programme, sample)[
        :, None
    ] * present
    use = sample.of("parameters", "utilisation") / sample.of("parameters", "utilisation-plan")
    pull = access ** sample.of("parameters", "demand-elasticity")
    commercial = (programme.commercial * use * pull + programme.membership)[:, None] * level
    public = investment * sample.of("parameters", "public-capex-share")[:, None]
    return Flows(
        investment=investment,
        renewal=programme.renewal[:, None] * level,
        running=running,
        commercial=commercial,
        competitive=programme.competitive[:, None] * level,
        core=running * sample.of("parameters", "core-share")[:, None],
        grant=_paid_out(public, sample.of("parameters", "advance-share")[:, None]),
        residual=_residual(study, programme, capital, opening, sample),
        level=level,
    )


def appraise(study: Study, flows: Flows, sample: Sample) -> Appraisal:
    """Net present values, cash and the benefit that would justify the cost, per draw."""
    rate = sample.of("parameters", "discount-rate")
    cost = flows.investment + flows.renewal + flows.running - flows.residual
    on_capital = net_present_value(flows.commercial - cost, rate, TIMING)
    external = net_present_value(flows.competitive, rate, TIMING)
    income = flows.commercial + flows.competitive + flows.core + flows.grant
    cash = np.cumsum(income - flows.investment - flows.renewal - flows.running, axis=1)
    net_cost = -(on_capital + external)
    served = net_present_value(flows.level, rate, TIMING)
    benefit = np.divide(net_cost, served, out=np.zeros_like(served), where=served > 0)
    return Appraisal(
        flows=flows,
        capital=flows.investment.sum(axis=1),
        fnpv_c=on_capital,
        net_cost=net_cost,
        cash=cash,
        cash_need=np.maximum(0, -cash.min(axis=1)),
        break_even_benefit=benefit,
    )


def nothing(study: Study, draws: int) -> Flows:
    """The flows of doing nothing: none."""
    zero = np.zeros((draws, study.header.horizon_years))
    return Flows(zero, zero, zero, zero, zero, zero, zero, zero, zero)


def _overlap(years: np.ndarray, start: Floats, end: Floats) -> Floats:
    """How much of each year [t, t+1) lies between start and end (n, T); what falls before 0 counts in 0."""
    inside = np.maximum(0.0, np.minimum(years + 1, end) - np.maximum(years, start))
    before = np.clip(np.minimum(end, 0) - start, 0, None)
    return np.asarray(inside + np.where(years == 0, before, 0), dtype=np.float64)


def _rent(alternative: Alternative, programme: Programme, sample: Sample) -> Floats:
    total = np.zeros(sample.draws)
    for seat, share in zip(alternative.seats, alternative.shares, strict=True):
        total += programme.area * share * sample.money("seats", seat, "rent", default=0.0)
    return total


def _paid_out(public: Floats, advance: Floats) -> Floats:
    """Public money as it comes: an advance with the spending, the rest a year later."""
    paid = public * advance
    paid[:, 1:] += (public * (1 - advance))[:, :-1]
    paid[:, -1] += (public * (1 - advance))[:, -1]
    return paid


def _residual(
    study: Study, programme: Programme, capital: Floats, opening: Floats, sample: Sample
) -> Floats:
    """Straight-line value left in the building at the end; machines are renewed and left at nothing."""
    horizon = study.header.horizon_years
    life = sample.of("parameters", "building-life")
    left = (capital - programme.equipment) * (1 - np.minimum(horizon, life) / life)
    value = np.zeros((sample.draws, appraised_years(study, opening)))
    last = np.ceil(opening / 12 + horizon).astype(int) - 1
    value[np.arange(sample.draws), last] = left
    return value
