"""Numbers, days and words as the reader's language writes them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from fucina.documents import numbers
from fucina.documents.text import Language, Text


def language() -> Language:
    return "en" if get_language() == "en" else "it"


def euro(amount: Decimal) -> str:
    """Cents are written where there are any."""
    digits = 0 if amount == amount.to_integral_value() else 2
    return numbers.money(amount, language(), digits=digits)


def percent(share: Decimal | None) -> str:
    """A number that is already in per cent, with the places it needs."""
    if share is None:
        return numbers.NOTHING
    places = max(0, -int(share.normalize().as_tuple().exponent))
    return f"{numbers.number(share, language(), places)}%"


def day(date: dt.date | None) -> str:
    return numbers.date(date, language())


def period(start: dt.date, end: dt.date | None) -> str:
    """From a day to another, both included; without an end, since a day."""
    if end is None:
        return _("since {start}").format(start=day(start))
    return _("{start} – {end}").format(start=day(start), end=day(end))


def both(words: Callable[[], str]) -> Text:
    """The same words in both languages, for what is drawn."""
    with override("it"):
        italian = words()
    with override("en"):
        return Text(italian, words())
