import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import PriceList, Rate, RateTier, RateWindow
from fucina.centre.refusal import Problem, Refusal, refuse_any
from fucina.methods.pricing import half_up


def copy_price_list(
    price_list: PriceList,
    name: str,
    valid_from: dt.date,
    *,
    by: Any,
    name_en: str = "",
    percent: Decimal = Decimal(0),
) -> PriceList:
    """A draft with the same prices, each raised by so many per cent (lowered, where negative)."""
    allow(by, "charging.manage_prices")
    if percent <= -100:
        raise Refusal([Problem("percent", _("Prices cannot fall by 100 % or more."), "percent")])
    draft = PriceList(
        name=name,
        name_en=name_en,
        note=price_list.note,
        note_en=price_list.note_en,
        valid_from=valid_from,
    )
    refuse_any(check(draft))
    with one_write():
        draft.save()
        for rate in price_list.rates.prefetch_related("windows", "tiers"):
            _copy(rate, draft, 1 + percent / 100)
    return draft


def _copy(rate: Rate, draft: PriceList, factor: Decimal) -> None:
    windows, tiers = list(rate.windows.all()), list(rate.tiers.all())
    for name in ("amount", "fee", "minimum", "subsidy", "cancellation_fee", "cap"):
        value = getattr(rate, name)
        setattr(rate, name, None if value is None else half_up(value * factor))
    rate.pk, rate.published, rate.price_list = None, False, draft
    rate.valid_from, rate.valid_until = draft.valid_from, draft.valid_until
    rate._state.adding = True
    rate.save()
    parts: list[RateWindow | RateTier] = [*windows, *tiers]
    for part in parts:
        part.pk, part.rate = None, rate
        part._state.adding = True
        if part.amount is not None:
            part.amount = half_up(part.amount * factor)
        part.save()
