import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import PriceList
from fucina.centre.refusal import Problem, Refusal, refuse_any


def record_price_list(
    name: str,
    valid_from: dt.date,
    *,
    by: Any,
    price_list: PriceList | None = None,
    name_en: str = "",
    valid_until: dt.date | None = None,
    note: str = "",
    note_en: str = "",
) -> PriceList:
    """A new draft, or what a draft is called and when it will hold; its prices hold as long as it does."""
    allow(by, "charging.manage_prices")
    recorded = price_list or PriceList()
    refuse_published(recorded)
    recorded.name, recorded.name_en = name, name_en
    recorded.note, recorded.note_en = note, note_en
    recorded.valid_from, recorded.valid_until = valid_from, valid_until
    refuse_any(check(recorded))
    with one_write():
        recorded.save()
        recorded.rates.update(valid_from=valid_from, valid_until=valid_until)
    return recorded


def remove_price_list(price_list: PriceList, *, by: Any) -> None:
    """A draft that nobody needs; what was published stays."""
    allow(by, "charging.manage_prices")
    refuse_published(price_list)
    with one_write():
        price_list.delete()


def refuse_published(price_list: PriceList) -> None:
    if price_list.published:
        message = _("A published price list is not changed: make a copy of it, and publish that.")
        raise Refusal([Problem("published", message)])
