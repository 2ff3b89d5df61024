"""Amounts in cents: half-up, and parts that come to the whole exactly."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from fucina.methods.errors import MethodError

CENTS = 100
CENT = Decimal("0.01")


def half_up(amount: Decimal | Fraction) -> Decimal:
    """An amount rounded to cents; half a cent away from zero.

    >>> half_up(Decimal("19.755")), half_up(Fraction(-5, 1000))
    (Decimal('19.76'), Decimal('-0.01'))
    """
    exact = Fraction(amount)
    cents = (2 * abs(exact) * CENTS + 1) // 2
    return Decimal(cents if exact >= 0 else -cents).scaleb(-2)


def apportion(total: Decimal, weights: Sequence[Decimal | Fraction | int]) -> list[Decimal]:
    """Parts of ``total`` in proportion to ``weights``, in cents, that come to it exactly.

    The largest-remainder method (Hamilton 1792): every part is cut down to a cent, and the cents left over go one by one to
    the parts that lost most; between equals to the one that stands first. No part is a cent or more away from its
    exact share. Raises MethodError for weights that are negative or all zero, or a total that is not in cents.

    >>> apportion(Decimal("100.00"), [1, 1, 1])
    [Decimal('33.34'), Decimal('33.33'), Decimal('33.33')]
    """
    shares = [Fraction(weight) for weight in weights]
    whole = sum(shares, Fraction(0))
    if whole <= 0 or min(shares) < 0:
        raise MethodError(f"weights: must not be negative nor all zero, got {list(weights)}")
    if total != half_up(total):
        raise MethodError(f"total: must be in whole cents, got {total}")
    cents = int(abs(total) * CENTS)
    exact = [cents * share / whole for share in shares]
    parts = [part.numerator // part.denominator for part in exact]
    short = sorted(range(len(parts)), key=lambda one: (parts[one] - exact[one], one))
    for one in short[: cents - sum(parts)]:
        parts[one] += 1
    return [Decimal(part if total >= 0 else -part).scaleb(-2) for part in parts]


def rounded_together(amounts: Sequence[Fraction]) -> list[Decimal]:
    """Amounts of zero or more in cents whose sum is the rounded exact sum: where they were cut changes no total.

    Each of them is less than a cent away from its exact amount.

    >>> rounded_together([Fraction("34.0083"), Fraction(80), Fraction("25.7153")])
    [Decimal('34.01'), Decimal('80.00'), Decimal('25.71')]
    """
    total = half_up(sum(amounts, Fraction(0)))
    if not any(amounts):
        return [half_up(amount) for amount in amounts]
    # The sum may be rounded up by half a cent at most: cut down first, then hand out the cents that are missing.
    cents = [amount * CENTS for amount in amounts]
    parts = [part.numerator // part.denominator for part in cents]
    short = sorted(range(len(parts)), key=lambda one: (parts[one] - cents[one], one))
    for one in short[: int(total * CENTS) - sum(parts)]:
        parts[one] += 1
    return [Decimal(part).scaleb(-2) for part in parts]
