from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """Euro to the cent, halves away from zero.

    >>> cents(Decimal("10.005"))
    Decimal('10.01')
    """
    return amount.quantize(CENT, ROUND_HALF_UP)
