"""The portfolio of most value as a mixed-integer program, solved by HiGHS."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from fucina.methods.arrays import Booleans, Floats
from fucina.methods.errors import MethodError
from fucina.methods.portfolio.problem import Problem
from fucina.methods.portfolio.selection import Selection, Status, relative_gap

OUT_OF_TIME, INFEASIBLE = 1, 2
RANGE = 1e3
"""The largest value is scaled to this, so that HiGHS's absolute gap of 1e-6 is 1e-9 of it."""

ROUNDING = 1e-12

type Row = tuple[Floats, float, float]


def solve(problem: Problem, worth: Floats, extra: Floats, time_limit: float | None) -> Selection:
    """The choice of most worth (n,) plus extra (k,) of the synergies it brings.

    HiGHS (Huangfu and Hall 2018) without a tolerated gap. Its tolerance may let a choice exceed a
    budget; such a choice is forbidden and the program solved again, with the same limit. Raises MethodError where no
    choice obeys the rules, or none was found in time.
    """
    if time_limit is not None and not time_limit > 0:
        raise MethodError(f"time_limit: must be positive, got {time_limit}")
    gain = np.append(worth, extra)
    scale = RANGE / (float(np.abs(gain).max()) or 1.0)
    rows = [*_budgets(problem), *_logic(problem)]
    while True:
        found = _highs(problem, gain * scale, rows, time_limit)
        chosen = found.x[: worth.size] > 0.5
        cost = problem.cost(chosen)
        if problem.affordable(cost):
            break
        rows.append(_other_than(chosen, gain.size))
    value = float(worth[chosen].sum() + extra[problem.together(chosen)].sum())
    dual = np.inf if found.mip_dual_bound is None else -float(found.mip_dual_bound) / scale
    bound = value if dual - value <= ROUNDING * abs(value) else dual
    status: Status = "optimal" if found.status == 0 else "feasible"
    if found.status == OUT_OF_TIME:
        status = "time_limit"
    items = tuple(np.flatnonzero(chosen).tolist())
    return Selection(items, value, cost, bound, relative_gap(value, bound), status)


def _highs(
    problem: Problem, gain: Floats, rows: list[Row], time_limit: float | None
) -> OptimizeResult:
    lower = np.zeros(gain.size)
    lower[list(problem.rules.required)] = 1.0
    matrix, low, high = zip(*rows, strict=True)
    found = milp(
        -gain,
        integrality=np.ones(gain.size, dtype=np.int64),
        bounds=Bounds(lower, np.ones(gain.size)),
        constraints=LinearConstraint(np.array(matrix), np.array(low), np.array(high)),
        options={"mip_rel_gap": 0.0, "time_limit": np.inf if time_limit is None else time_limit},
    )
    if found.status == INFEASIBLE:
        raise MethodError(
            "required: no portfolio holds the required items within rules and budgets"
        )
    if found.x is None:
        raise MethodError(f"time_limit: no portfolio found ({found.message})")
    return found


def _budgets(problem: Problem) -> list[Row]:
    """Costs less savings, each row divided by its budget."""
    rows = []
    for cost, saving, limit in zip(problem.costs.T, problem.saving.T, problem.limits, strict=True):
        size = float(limit) or 1.0
        rows.append((np.append(cost, -saving) / size, -np.inf, float(limit) / size))
    return rows


def _logic(problem: Problem) -> list[Row]:
    """Variables: item i chosen (n), then synergy j brought (k)."""
    n, k = problem.costs.shape[0], problem.extra.shape[0]
    unit = np.eye(n + k)
    rows: list[Row] = [
        (unit[list(group)].sum(axis=0), 0.0, 1.0) for group in problem.rules.exclusions
    ]
    rows += [(unit[need] - unit[item], 0.0, np.inf) for item, need in problem.rules.prerequisites]
    for j, synergy in enumerate(problem.rules.synergies):
        members = list(synergy.items)
        rows += [(unit[item] - unit[n + j], 0.0, np.inf) for item in members]
        whole = unit[members].sum(axis=0) - unit[n + j]
        rows.append((whole, -np.inf, len(members) - 1.0))
    return rows


def _other_than(chosen: Booleans, size: int) -> Row:
    """At least one item differs from the choice."""
    row = np.zeros(size)
    row[: chosen.size] = np.where(chosen, -1.0, 1.0)
    return row, 1.0 - float(chosen.sum()), np.inf
