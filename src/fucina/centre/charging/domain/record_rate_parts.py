import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fucina.centre.charging.domain.record_price_list import refuse_published
from fucina.centre.charging.domain.record_rate import problems_of_parts
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import Rate, RateTier, RateWindow
from fucina.centre.refusal import refuse_any


def add_window(
    rate: Rate,
    name: str,
    days: Sequence[int],
    since: dt.time,
    until: dt.time,
    *,
    by: Any,
    name_en: str = "",
    percent: Decimal | None = None,
    basis: str = "",
    amount: Decimal | None = None,
    fee: Decimal = Decimal(0),
    minimum: Decimal = Decimal(0),
) -> RateWindow:
    """Hours of the week with a price of their own (``basis``, ``amount``), or with so many per cent less."""
    allow(by, "charging.manage_prices")
    refuse_published(rate.price_list)
    window = RateWindow(
        rate=rate, name=name, name_en=name_en, days=sorted(set(days)), since=since, until=until,
        percent=percent, basis=basis, amount=amount, fee=fee, minimum=minimum,
    )  # fmt: skip
    tiers = rate.tiers.all()
    refuse_any(check(window) or problems_of_parts(rate, [*rate.windows.all(), window], tiers))
    with one_write():
        window.save()
    return window


def add_tier(rate: Rate, after: Decimal, amount: Decimal, *, by: Any) -> RateTier:
    """From so many hours on within the time counted, another price an hour."""
    allow(by, "charging.manage_prices")
    refuse_published(rate.price_list)
    tier = RateTier(rate=rate, after=after, amount=amount)
    tiers = sorted([*rate.tiers.all(), tier], key=lambda one: one.after)
    refuse_any(check(tier) or problems_of_parts(rate, rate.windows.all(), tiers))
    with one_write():
        tier.save()
    return tier


def remove_part(part: RateWindow | RateTier, *, by: Any) -> None:
    allow(by, "charging.manage_prices")
    refuse_published(part.rate.price_list)
    with one_write():
        part.delete()
