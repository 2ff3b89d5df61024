"""Formulas put together from parts: what is nothing or one is left out, so that a reader sees the model alone."""

from collections.abc import Sequence

ZERO, ONE = "0", "1"


def times(*factors: str) -> str:
    """A product.

    >>> times("hours", "1", "pay_a+pay_b")
    'hours*(pay_a+pay_b)'
    >>> times("hours", "0")
    '0'
    """
    if ZERO in factors:
        return ZERO
    kept = [_closed(factor) for factor in factors if factor != ONE]
    return "*".join(kept) or ONE


def plus(*terms: str) -> str:
    """A sum.

    >>> plus("a", "0", "b*c")
    'a+b*c'
    """
    return "+".join(term for term in terms if term != ZERO) or ZERO


def minus(first: str, *others: str) -> str:
    """A difference.

    >>> minus("a", "b", "c+d", "0")
    'a-b-(c+d)'
    """
    return "-".join([first, *(_closed(other) for other in others if other != ZERO)])


def over(first: str, second: str) -> str:
    """A quotient.

    >>> over("a*b", "c*d")
    'a*b/(c*d)'
    """
    return first if second == ONE else f"{_closed(first)}/{_closed(second, product=True)}"


def least(*values: str) -> str:
    return _of("MIN", values)


def most(*values: str) -> str:
    return _of("MAX", values)


def _of(function: str, values: Sequence[str]) -> str:
    kept = list(dict.fromkeys(values))
    return kept[0] if len(kept) == 1 else f"{function}({','.join(kept)})"


def _closed(part: str, *, product: bool = False) -> str:
    """In brackets where an operator stands outside of any."""
    depth, quoted = 0, False
    for i, letter in enumerate(part):
        quoted ^= letter == "'"
        depth += (letter == "(") - (letter == ")")
        if quoted or depth:
            continue
        if letter in ("+-*/" if product else "+-") and i:
            return f"({part})"
    return f"({part})" if part.startswith("-") else part
