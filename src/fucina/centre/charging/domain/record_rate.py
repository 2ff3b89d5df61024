from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.charging.domain.rate_card import card_of
from fucina.centre.charging.domain.record_price_list import refuse_published
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import Chargeable, PriceList, Rate, RateTier, RateWindow
from fucina.centre.refusal import Problem, refuse_any
from fucina.methods.errors import MethodError

OPTIONS = frozenset(
    {"fee", "minimum", "subsidy", "cap", "counted_per", "mode", "rounding", "once", "free_minutes",
     "cancellation_fee", "cancellation_full"}
)  # fmt: skip


def record_rate(
    price_list: PriceList,
    chargeable: Chargeable,
    user_class: str,
    amount: Decimal,
    *,
    by: Any,
    rate: Rate | None = None,
    assisted: bool = False,
    basis: str = "hourly",
    **options: Any,
) -> Rate:
    """A price of a draft, new or changed. ``options`` are the rate's own fields: fee, minimum, cap, cancellation and so on."""
    allow(by, "charging.manage_prices")
    if strange := set(options) - OPTIONS:
        raise TypeError(f"not part of a rate: {', '.join(sorted(strange))}")
    refuse_published(price_list)
    recorded = rate or Rate(price_list=price_list)
    recorded.chargeable, recorded.user_class = chargeable, user_class
    recorded.assisted, recorded.basis, recorded.amount = assisted, basis, amount
    recorded.valid_from, recorded.valid_until = price_list.valid_from, price_list.valid_until
    for name, value in options.items():
        setattr(recorded, name, value)
    parts = (recorded.windows.all(), recorded.tiers.all()) if recorded.pk else ((), ())
    refuse_any(check(recorded) or problems_of_parts(recorded, *parts))
    with one_write():
        recorded.save()
    return recorded


def remove_rate(rate: Rate, *, by: Any) -> None:
    allow(by, "charging.manage_prices")
    refuse_published(rate.price_list)
    with one_write():
        rate.delete()


def problems_of_parts(
    rate: Rate, windows: Iterable[RateWindow], tiers: Iterable[RateTier]
) -> list[Problem]:
    """Whether the rate can be worked with: the method of pricing has the last word."""
    try:
        card_of(rate, windows, tiers)
    except MethodError as error:
        return [Problem("parts", _in_words(str(error)), numbers={"reason": str(error)})]
    return []


def _in_words(reason: str) -> str:
    if "overlap" in reason:
        return _("Two time windows of this price overlap.")
    if "tiers" in reason:
        return _("Only an hourly price has tiers.")
    if "subsidy" in reason:
        return _("A subsidy is for an hourly price, and not more than it.")
    return _("What is sold by the piece has no time windows.")
