"""Returns: on the investment, on own capital, to society; the funding gap; the cash to bridge."""

from typing import Literal

import numpy as np

from fucina.methods.cashflow import (
    Timing,
    funding_gaps,
    internal_rates_of_return,
    net_present_value,
    programming_period,
)
from fucina.methods.errors import MethodError
from fucina.study.evaluation.plain import TIMING
from fucina.study.finance.position import Position
from fucina.study.result.finance import Bridge, Indicator, Returns
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats

LARGE, MIDDLING = 50e6, 10e6
"""From what investment on (median) an appraisal is worth a full cost-benefit analysis, and a simplified one: the
threshold of major projects up to 2020, and a fifth of it (an assumption; no method is required since 2021)."""


def returns(position: Position) -> Returns:
    """The indicators of the position, per draw and, for the rates of return, at the mean flows."""
    table, flows = position.table, position.flows
    common = table.common
    running = flows.running + flows.of_kind("renewal")
    on_investment = flows.income - running - flows.investment - flows.setup + flows.residual
    interest, principal, _ = position.debt
    into = flows.income + flows.of_kind("competitive") + flows.core.sum(axis=0)
    to_owners = into - running - flows.setup - interest - principal + flows.residual
    on_capital = to_owners - position.paid_in
    built = flows.investment + flows.setup - flows.residual
    costs = common.works_factor[:, None] * built + common.running_factor[:, None] * flows.running
    costs = costs + flows.of_kind("renewal")
    gains = flows.income + flows.of_kind("benefit")
    ratio = _ratio(gains, costs, common.social)
    median = float(np.median(flows.capital))
    year = table.plan.study.header.first_year
    return Returns(
        method="cba"
        if median >= LARGE
        else "simplified-cba"
        if median >= MIDDLING
        else "cost-effectiveness",
        period=_period(year),
        required=_required(year),
        indicators=[
            _indicator("C", on_investment, common.rate),
            _indicator("K", on_capital, common.rate),
            _indicator("E", gains - costs, common.social),
        ],
        benefit_cost=Spread.of(ratio),
        gap=Spread.of(_gap(position)),
    )


def bridge(position: Position) -> Bridge:
    """How deep cash would fall if nobody added anything, when, for how long, what a bank would ask, and what no bank
    can bridge because it is still missing when all is paid."""
    flows, table = position.flows, position.table
    below = np.maximum(0.0, -np.cumsum(flows.cash_flow, axis=1))
    lasting = below[:, -1]
    closes = flows.opening + table.horizon
    alive = np.where(np.arange(below.shape[1]) < closes[:, None], below, 0.0)
    rate = table.sample.parameter("bridge-rate")
    return Bridge(
        need=Spread.of(below.max(axis=1)),
        year=Spread.of(below.argmax(axis=1).astype(float)),
        years=Spread.of((alive > 0).sum(axis=1).astype(float)),
        rate=Spread.of(rate),
        cost=Spread.of(alive.sum(axis=1) * rate),
        lasting=Spread.of(lasting),
        recovers=Estimated.share(lasting <= 0),
    )


def _indicator(name: Literal["C", "K", "E"], flows: Floats, rate: Floats) -> Indicator:
    irr = internal_rates_of_return(flows.mean(axis=0))
    return Indicator(
        name=name,
        value=Spread.of(net_present_value(flows, rate, TIMING)),
        rate=irr.rates[0] if len(irr.rates) == 1 else None,
        status=irr.status,
    )


def _ratio(gains: Floats, costs: Floats, rate: Floats) -> Floats:
    worth = net_present_value(gains, rate, TIMING)
    paid = net_present_value(costs, rate, TIMING)
    return np.asarray(np.divide(worth, paid, out=np.zeros_like(worth), where=paid > 0))


def _gap(position: Position) -> Floats:
    """The funding gap's rate (n,): first flows are not discounted, as those rules have it. The
    residual value counts in the year it falls in."""
    flows = position.flows
    try:
        found = funding_gaps(
            flows.investment,
            flows.income + flows.residual,
            flows.running + flows.of_kind("renewal"),
            residual_value=0.0,
            eligible_cost=1.0,
            cofinancing_rate=1.0,
            discount_rate=position.table.common.rate,
            timing=Timing.START,
        )
    except MethodError:  # nothing is invested
        return np.zeros(position.table.n)
    return np.asarray(found.rate)


def _period(year: int) -> str:
    try:
        return programming_period(year).id
    except MethodError:
        return ""


def _required(year: int) -> bool:
    try:
        return bool(programming_period(year).methods)
    except MethodError:
        return False
