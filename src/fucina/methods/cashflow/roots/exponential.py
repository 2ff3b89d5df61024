"""All roots of a sum of exponentials: the present value of flows at any dates, in the log of 1/(1 + r)."""

from itertools import pairwise

import numpy as np
from scipy.optimize import brentq

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.roots.tolerance import LONGEST, TOUCH
from fucina.methods.errors import MethodError


def sign_changes(coefficients: Floats) -> int:
    """Changes of sign along the coefficients, zeros skipped: Descartes' bound on the roots.

    >>> sign_changes(np.array([-1.0, 0.0, 2.0, -3.0]))
    2
    """
    signs = np.sign(coefficients[coefficients != 0])
    return int(np.count_nonzero(signs[1:] != signs[:-1]))


def refuse_long(flows: Floats) -> None:
    """MethodError where so many flows change sign so often that their roots cannot be told apart.

    >>> refuse_long(np.ones(2000))
    """
    if np.count_nonzero(flows) > LONGEST and sign_changes(flows) > 1:
        raise MethodError(
            f"flows: {flows.size} that change sign {sign_changes(flows)} times; "
            f"all rates can be told apart for up to {LONGEST}"
        )


def exponential_roots(amounts: Floats, years: Floats) -> tuple[float, ...]:
    """Distinct real s with sum of amounts * exp(years * s) = 0, ascending; years strictly ascending.

    Divided by its first term, the sum has a derivative with a term less, whose roots part the real
    line into pieces where it is monotone (Laguerre 1883); Brent's method (1973) finds the root of
    each. Where the curve only touches zero, the root is that of the derivative. None is reported
    for no flows at all. Raises MethodError for more than 1000 flows that change sign more than once.

    >>> [round(s, 9) for s in exponential_roots(np.array([-2.0, 1.0]), np.array([0.0, 2.0]))]
    [0.34657359]
    """
    used = np.flatnonzero(amounts)
    a, t = amounts[used], years[used]
    changes = sign_changes(a)
    if changes == 0:
        return ()
    refuse_long(a)
    t = t - t[0]
    # one change of sign is one root, wherever the curve turns
    turning = exponential_roots(_slope(a, t), t[1:]) if changes > 1 else ()
    touching = {s for s in turning if abs(_worth(s, a, t)) <= TOUCH * _worth(s, np.abs(a), t)}
    ends = [-_reach(a[::-1], t[-1] - t[::-1]), *turning, _reach(a, t)]
    crossing = {
        float(brentq(_worth, left, right, args=(a, t), xtol=1e-15, rtol=8.9e-16))
        for left, right in pairwise(ends)
        if touching.isdisjoint((left, right)) and _worth(left, a, t) * _worth(right, a, t) < 0
    }
    return tuple(sorted(touching | crossing))


def _slope(a: Floats, t: Floats) -> Floats:
    """Terms of the derivative, scaled: of many periods they would overflow."""
    slope = a[1:] * t[1:]
    return np.asarray(slope / np.abs(slope).max())


def _reach(a: Floats, t: Floats) -> float:
    """Beyond it the last term outweighs all others together."""
    size = np.log(np.abs(a))
    ratio = np.log(a.size) + size[:-1] - size[-1]
    return float(max(1.0, (ratio / (t[-1] - t[:-1])).max()))


def _worth(s: float, a: Floats, t: Floats) -> float:
    """The sum over its largest exponential: same roots, no overflow."""
    exponents = t * s
    return float(a @ np.exp(exponents - exponents.max()))
