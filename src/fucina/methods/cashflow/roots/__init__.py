"""Roots of present values: of one row all of them, of many rows the only one or how many there are."""

from fucina.methods import compiled
from fucina.methods.arrays import Floats, Integers
from fucina.methods.cashflow.roots import plain
from fucina.methods.cashflow.roots.exponential import exponential_roots, refuse_long, sign_changes
from fucina.methods.cashflow.roots.tolerance import LONGEST

__all__ = ["all_roots", "exponential_roots", "sign_changes", "single_roots"]


def single_roots(amounts: Floats) -> Floats:
    """The root x > 0 of each row that changes sign once (n,); nan for others, and where it is far."""
    if compiled.available():
        from fucina.methods.cashflow.roots import kernels

        return kernels.single_roots(amounts)
    return plain.single_roots(amounts)


def all_roots(amounts: Floats) -> tuple[Integers, Floats]:
    """How many roots x > 0 each row has (n,), and one of them (n,), nan where there is none.

    Raises MethodError for more than 1000 periods that change sign more than once.
    """
    if amounts.shape[1] > LONGEST:
        for row in amounts:
            refuse_long(row)
    if compiled.available():
        from fucina.methods.cashflow.roots import kernels

        return kernels.all_roots(amounts)
    return plain.all_roots(amounts)
