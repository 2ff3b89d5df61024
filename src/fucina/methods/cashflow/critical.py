"""Critical variables of any model: elasticities and switching values, one variable at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from fucina.methods.arrays import Booleans, Floats, real, same_length
from fucina.methods.errors import MethodError

STEP = 0.01
GRID = 64


@dataclass(frozen=True)
class CriticalVariables:
    """Of each variable (k,): elasticity, whether it is critical, switching value or nan.

    A switching value of +0.2 means that 20 % more makes the net present value zero.

    >>> found = critical_variables(lambda x: x[:, 0] - x[:, 1], ["sales", "works"], [120, 100])
    >>> found.elasticity.round(9).tolist(), found.switching.round(9).tolist()
    ([6.0, -5.0], [-0.166666667, 0.2])
    """

    names: tuple[str, ...]
    npv: float
    elasticity: Floats
    critical: Booleans
    switching: Floats


def critical_variables(
    model: Callable[[Floats], ArrayLike],
    names: Sequence[str],
    base: ArrayLike,
    *,
    lowest: float = -1.0,
    highest: float = 10.0,
) -> CriticalVariables:
    """Elasticity and switching value of each variable of a net present value, linear in it or not.

    `model` maps rows of variables (m, k) to net present values (m,). Elasticity by a central
    difference of 1 %; a variable is critical where it is 1 or more in size. The switching value is
    the relative change nearest to none, within `lowest` .. `highest`, that brings the net present
    value to zero: looked for on 64 steps to either side, then exact (Brent 1973) (European
    Commission, Guide to CBA 2014, sensitivity analysis). Raises MethodError for lengths that
    differ, a variable that is zero, a model without a finite result, or a base value of zero.

    >>> critical_variables(lambda x: x[:, 0] ** 2 - 25, ["side"], [10]).switching.tolist()
    [-0.5]
    """
    values = real("base", base, ndim=1)
    same_length("names and base", len(names), values.size)
    if not lowest < 0 < highest:
        raise MethodError(f"lowest, highest: need lowest < 0 < highest, got {lowest}, {highest}")
    for name, value in zip(names, values, strict=True):
        if value == 0:
            raise MethodError(f"{name}: zero, a relative change of it is no change")
    npv = float(_worth(model, values[None])[0])
    if npv == 0:
        raise MethodError("model: zero at base, no elasticity")
    found = [_one(model, values, i, npv, lowest, highest) for i in range(values.size)]
    elasticity, switching = (np.array(column) for column in zip(*found, strict=True))
    return CriticalVariables(tuple(names), npv, elasticity, np.abs(elasticity) >= 1, switching)


def _one(
    model: Callable[[Floats], ArrayLike],
    base: Floats,
    i: int,
    npv: float,
    lowest: float,
    highest: float,
) -> tuple[float, float]:
    def worth(changes: Floats) -> Floats:
        rows = np.tile(base, (changes.size, 1))
        rows[:, i] *= 1 + changes
        return _worth(model, rows)

    below, above = worth(np.array([-STEP, STEP]))
    elasticity = float((above - below) / (2 * STEP * npv))
    roots = [_root(worth, end) for end in (lowest, highest)]
    nearest = [root for root in sorted(roots, key=abs) if not np.isnan(root)]
    return elasticity, nearest[0] if nearest else float("nan")


def _root(worth: Callable[[Floats], Floats], end: float) -> float:
    """The first change towards `end` that makes the worth zero, or nan."""
    steps = end * (np.arange(GRID + 1) / GRID) ** 2  # finer near none
    found = worth(steps)
    turned = np.flatnonzero(found[:-1] * found[1:] <= 0)
    if turned.size == 0:
        return float("nan")
    left, right = float(steps[turned[0]]), float(steps[turned[0] + 1])
    return float(
        brentq(lambda change: float(worth(np.array([change]))[0]), left, right, xtol=1e-14)
    )


def _worth(model: Callable[[Floats], ArrayLike], rows: Floats) -> Floats:
    result = real("model's result", model(rows), ndim=1)
    same_length("model's result and rows", result.size, rows.shape[0])
    return result
