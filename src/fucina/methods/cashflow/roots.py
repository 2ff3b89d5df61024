"""All positive roots of a polynomial, isolated by the roots of its derivative."""

from itertools import pairwise

import numpy as np
from scipy.optimize import brentq

from fucina.methods.arrays import Floats

TOUCH = 1e-13


def sign_changes(coefficients: Floats) -> int:
    """Changes of sign along the coefficients, zeros skipped: Descartes' bound on positive roots.

    >>> sign_changes(np.array([-1.0, 0.0, 2.0, -3.0]))
    2
    """
    signs = np.sign(coefficients[coefficients != 0])
    return int(np.count_nonzero(signs[1:] != signs[:-1]))


def largest_root_bound(coefficients: Floats) -> Floats:
    """Lagrange-Fujiwara (1916) bound 2 max |a_(n-k)/a_n|**(1/k), for rows (..., n+1) of a_0 .. a_n.

    >>> largest_root_bound(np.array([-4.0, 0.0, 1.0])).item()
    4.0
    """
    n = coefficients.shape[-1] - 1
    ratio = np.abs(coefficients[..., :-1] / coefficients[..., -1:])
    return np.asarray(2 * (ratio ** (1 / np.arange(n, 0, -1))).max(axis=-1))


def positive_roots(coefficients: Floats) -> tuple[float, ...]:
    """Distinct real roots > 0 of a_0 + a_1 x + ... + a_n x**n, ascending.

    Between neighbouring roots of the derivative the polynomial is monotone, so each interval with
    a change of sign holds one root (Brent 1973 finds it); a root where the curve only touches
    zero is a root of the derivative itself. No roots are reported for the zero polynomial.

    >>> [round(x, 9) for x in positive_roots(np.array([6.0, -5.0, 1.0]))]
    [2.0, 3.0]
    """
    used = np.flatnonzero(coefficients)
    if used.size < 2 or sign_changes(coefficients) == 0:
        return ()
    a = coefficients[used[0] : used[-1] + 1]
    turning = positive_roots(a[1:] * np.arange(1, a.size))
    bound = float(largest_root_bound(a)) * 1.01
    touching = {c for c in turning if abs(_scaled(c, a)) <= TOUCH * _scaled(c, np.abs(a))}
    crossing = {
        float(brentq(_scaled, left, right, args=(a,), xtol=1e-300, rtol=8.9e-16))
        for left, right in pairwise([0.0, *turning, bound])
        if touching.isdisjoint((left, right)) and _scaled(left, a) * _scaled(right, a) < 0
    }
    return tuple(sorted(touching | crossing))


def _scaled(x: float, a: Floats) -> float:
    """The polynomial divided by max(1, x)**n: same roots, no overflow."""
    terms, point = (a, x) if x <= 1 else (a[::-1], 1 / x)
    value = 0.0
    for coefficient in terms[::-1]:
        value = value * point + float(coefficient)
    return value
