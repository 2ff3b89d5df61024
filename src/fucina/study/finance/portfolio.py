"""Portfolio: which service lines belong together, whatever is held to matter more."""

import numpy as np

from fucina.methods.cashflow import net_present_value
from fucina.methods.decision import WeightSet
from fucina.methods.portfolio import efficient_frontier, robust_portfolios
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.evaluation.plain import TIMING, Yearly, yearly
from fucina.study.evaluation.tableau import tableau
from fucina.study.result.finance import Portfolio, PortfolioPoint
from fucina.study.sampling import Floats, Part

DRAWS = 1_000
CRITERIA = ("benefit", "income", "staff")
"""Economic benefit, income from users (what firms show by paying), and posts: three views of what a line is for."""


def portfolio(evaluation: Evaluation, place: int) -> Portfolio | None:
    """The lines of the widest strategy, weighed at the site and form of the combination at ``place``.

    A line costs the present value of what it needs beyond what users pay; the budget is what the proposed
    strategy's own lines cost together. Nothing where no strategy has two lines.
    """
    study = evaluation.study
    wide = max(study.strategies, key=lambda s: len(s.services))
    if len(wide.services) < 2:
        return None
    proposed = evaluation.plan.combinations[place]
    whole = evaluation.plan.only([place])
    own = Combination(proposed.alternative, wide.id, proposed.form)
    plan = type(whole)(study, whole.demand, whole.needs, (own,))
    draws = min(DRAWS, evaluation.sample.draws)
    table = tableau(plan, Part(evaluation.sample, 0, draws))
    flows = yearly(table, 0)
    names = list(dict.fromkeys(s for s in flows.services if s))
    rate = table.common.rate
    cost = np.array([max(0.0, _net(flows, name, rate)) for name in names]) / 1e6
    values = np.array([_values(flows, name, rate) for name in names])
    scale = np.maximum(np.abs(values).max(axis=0), 1e-9)
    strategy = next(s for s in study.strategies if s.id == proposed.strategy)
    budget = float(sum(c for c, name in zip(cost, names, strict=True) if name in strategy.services))
    frontier = efficient_frontier(values[:, 0] / 1e6, cost, float(cost.sum()))
    robust = robust_portfolios(values / scale, cost, budget, WeightSet(len(CRITERIA)))
    return Portfolio(
        lines=names,
        cost=cost.tolist(),
        values=values.tolist(),
        criteria=list(CRITERIA),
        budget=budget,
        frontier=[
            PortfolioPoint(lines=[names[i] for i in items], cost=float(c), benefit=float(v))
            for items, c, v in zip(frontier.items, frontier.cost, frontier.value, strict=True)
        ],
        core_index=robust.core_index.tolist(),
        robust=int(robust.portfolios.shape[0]),
    )


def _worth(flows: Yearly, service: str, kind: str, rate: Floats) -> float:
    chosen = [
        i
        for i, (s, k) in enumerate(zip(flows.services, flows.kinds, strict=True))
        if s == service and k == kind
    ]
    return float(net_present_value(flows.lines[chosen].sum(axis=0), rate, TIMING).mean())


def _net(flows: Yearly, service: str, rate: Floats) -> float:
    """Present value of what a line needs beyond what its users pay."""
    spent = _worth(flows, service, "running", rate) + _worth(flows, service, "renewal", rate)
    return spent - _worth(flows, service, "commercial", rate)


def _values(flows: Yearly, service: str, rate: Floats) -> list[float]:
    return [
        _worth(flows, service, "benefit", rate),
        _worth(flows, service, "commercial", rate),
        _worth(flows, service, "running", rate),
    ]
