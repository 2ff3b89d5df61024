"""Portfolios under budgets and incomplete weights, against listing every subset."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import Growth, Row, cpu
from fucina.methods.decision import WeightSet
from fucina.methods.portfolio import (
    Frontier,
    RobustPortfolios,
    Rules,
    Synergy,
    budget_curve,
    efficient_frontier,
    robust_portfolios,
    select,
)

ITEMS, ROBUST, LISTED, CRITERIA = 100, 40, 18, 4
ORDER = WeightSet(CRITERIA, order=((0,), (1,), (2,), (3,)))
RULES = Rules(
    exclusions=tuple((i, i + 1, i + 2) for i in range(0, 30, 3)),
    prerequisites=tuple((i, i - 10) for i in range(40, 60)),
    synergies=tuple(Synergy((i, i + 1), value=0.5, saving=(0.5, 0.0)) for i in range(60, 80, 2)),
)

type Floats = NDArray[np.float64]


def measure() -> list[Row]:
    value, cost = items(ITEMS)
    budgets = cost.sum(axis=0) * 0.4
    chosen, choosing = cpu(lambda: select(value[:, 0], cost, budgets, RULES))
    levels = np.linspace(0.1, 0.9, 9) * cost[:, 0].sum()
    curve, stepping = cpu(lambda: budget_curve(value[:, 0], cost[:, 0], levels))
    points, sweeping = cpu(lambda: efficient_frontier(value[:, 0], cost[:, 0], levels[-1]))
    apart = max(
        abs(point.value - points.value[points.cost <= level * (1 + 1e-9)].max())
        for point, level in zip(curve, levels, strict=True)
    )
    return [
        Row(
            f"best of {ITEMS} items, two budgets, exclusions, prerequisites and synergies, CPU",
            choosing,
            "s",
            None,
            f"{chosen.status}, gap {chosen.gap:.0e}",
        ),
        Row(f"the same items for each of {len(levels)} budgets, CPU", stepping, "s", None),
        Row(
            f"the whole efficient frontier of the same, {len(points.cost):,} points, CPU",
            sweeping,
            "s",
            None,
        ),
        Row("largest difference of the frontier from the nine optima", float(apart), "", 1e-9),
        *robust(),
    ]


def robust() -> list[Row]:
    robust_of(6)
    found, seconds = cpu(lambda: robust_of(ROBUST), 2)
    small, short = cpu(lambda: robust_of(LISTED), 2)
    listed, listing = cpu(lambda: every_subset(LISTED))
    index = f"{len(found.core)} core, {len(found.borderline)} borderline, {len(found.exterior)} exterior"
    return [
        Row(
            f"robust portfolios of {ROBUST} items, {CRITERIA} criteria in known order, CPU",
            seconds,
            "s",
            None,
            f"{len(found.portfolios)} undominated; {index}",
        ),
        Row(
            f"the same of {LISTED} items, beside listing the subsets in NumPy",
            short / listing,
            "of its CPU",
            None,
        ),
        Row(
            "largest difference of a core index from that listing",
            float(np.abs(small.core_index - listed).max()),
            "",
            1e-12,
        ),
    ]


def growth() -> list[Growth]:
    sizes = (10, 20, 30, 40, 50, 60)
    robust_of(6)
    return [
        Growth(
            f"robust portfolios, {CRITERIA} criteria in known order",
            "items",
            sizes,
            tuple(cpu(lambda n=n: robust_of(n))[1] for n in sizes),
        ),
        Growth(
            "efficient frontier over one budget",
            "items",
            sizes,
            tuple(cpu(lambda n=n: frontier_of(n))[1] for n in sizes),
        ),
    ]


def items(n: int) -> tuple[Floats, Floats]:
    """Values (n, criteria) and costs (n, 2)."""
    generator = np.random.default_rng(n)
    return generator.random((n, CRITERIA)), generator.uniform(1, 10, (n, 2))


def robust_of(n: int) -> RobustPortfolios:
    value, cost = items(n)
    return robust_portfolios(value, cost[:, 0], 0.4 * cost[:, 0].sum(), ORDER)


def frontier_of(n: int) -> Frontier:
    value, cost = items(n)
    return efficient_frontier(value[:, 0], cost[:, 0], 0.4 * cost[:, 0].sum())


def every_subset(n: int) -> Floats:
    """Core index (n,) from all 2**n subsets, each compared with all."""
    value, cost = items(n)
    sets = (np.arange(2**n)[:, None] >> np.arange(n)) & 1 == 1
    sets = sets[sets @ cost[:, 0] <= 0.4 * cost[:, 0].sum()]
    corners = np.tril(np.ones((CRITERIA, CRITERIA))) / np.arange(1, CRITERIA + 1)[:, None]
    worth = sets @ value @ corners.T
    order = np.argsort(-worth.sum(axis=1))
    kept: list[int] = []
    for place in order:
        lead = worth[kept] - worth[place]
        if not ((lead >= 0).all(axis=1) & (lead > 0).any(axis=1)).any():
            kept.append(int(place))
    return np.asarray(sets[kept].mean(axis=0))
