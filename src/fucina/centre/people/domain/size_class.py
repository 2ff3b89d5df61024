"""How large an enterprise is by its own figures, without those of partner and linked enterprises.

Recommendation 2003/361/EC, Annex, article 2: staff below the ceiling, and turnover or balance-sheet total not above it.
"""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce

from fucina.centre.people.enums import SizeClass
from fucina.centre.people.models import SizeFigure

CEILINGS = (
    (SizeClass.MICRO, 10, 2_000_000, 2_000_000),
    (SizeClass.SMALL, 50, 10_000_000, 10_000_000),
    (SizeClass.MEDIUM, 250, 50_000_000, 43_000_000),
)
"""Staff, turnover and balance-sheet total in euro."""
UNKNOWN = Decimal(10**12)
"""An amount that is not known is above every ceiling; where neither is known, staff alone decides."""


def size_class(figure: SizeFigure | None) -> SizeClass | None:
    """None where there is no headcount to judge by."""
    if figure is None or figure.headcount is None:
        return None
    neither = figure.turnover is None and figure.balance_total is None
    for size, staff, turnover, balance in CEILINGS:
        if figure.headcount < staff and (
            neither
            or (figure.turnover is not None and figure.turnover <= turnover)
            or (figure.balance_total is not None and figure.balance_total <= balance)
        ):
            return size
    return SizeClass.LARGE


def size_class_of(headcount: Any, turnover: Any, balance: Any) -> Case:
    """The same in the database."""
    amounts = models.DecimalField(max_digits=15, decimal_places=2)
    nothing = Value(Decimal(-1), output_field=amounts)
    unknown = Value(UNKNOWN, output_field=amounts)
    sold, owned = Coalesce(turnover, unknown), Coalesce(balance, unknown)
    neither = models.lookups.LessThan(
        Coalesce(turnover, balance, nothing), Value(Decimal(0), output_field=amounts)
    )
    cases = [When(models.lookups.IsNull(headcount, True), then=Value(""))]
    for size, staff, most_sold, most_owned in CEILINGS:
        fits = (
            Q(models.lookups.LessThanOrEqual(sold, most_sold))
            | Q(models.lookups.LessThanOrEqual(owned, most_owned))
            | Q(neither)
        )
        cases.append(
            When(Q(models.lookups.LessThan(headcount, staff)) & fits, then=Value(str(size)))
        )
    return Case(*cases, default=Value(str(SizeClass.LARGE)), output_field=models.CharField())
