"""Numbers, money and dates as an Italian or an English reader writes them.

Nothing to show is an en dash; a minus is a true minus (U+2212); unit and number never part at the
end of a line (no-break space).
"""

import datetime as dt
import math
from decimal import Decimal
from functools import lru_cache
from typing import SupportsFloat

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_symbol

from fucina.documents.text import Language
from fucina.documents.units import unit_label

NOTHING = "–"
MINUS = "−"
NBSP = "\N{NO-BREAK SPACE}"

LOCALES: dict[Language, str] = {"it": "it_IT", "en": "en_GB"}

Amount = SupportsFloat | None


def number(x: Amount, language: Language, digits: int = 0) -> str:
    rounded = _rounded(x, digits)
    if rounded is None:
        return NOTHING
    return _written(rounded, language, digits)


@lru_cache(maxsize=16_384)
def _written(rounded: Decimal, language: Language, digits: int) -> str:
    """Pages and reports write the same numbers again and again."""
    return _minus(format_decimal(rounded, _pattern(digits), locale=LOCALES[language]))


def money(x: Amount, language: Language, currency: str = "EUR", digits: int = 0) -> str:
    rounded = _rounded(x, digits)
    if rounded is None:
        return NOTHING
    pattern = f"{_pattern(digits)}{NBSP}¤" if language == "it" else f"¤{_pattern(digits)}"
    return _minus(
        format_currency(rounded, currency, pattern, locale=LOCALES[language], currency_digits=False)
    )


def millions(x: Amount, language: Language, currency: str = "EUR", digits: int = 1) -> str:
    """Money in millions: `12,3 M€` in Italian, `€12.3M` in English."""
    rounded = _rounded(x, digits, scale=-6)
    if rounded is None:
        return NOTHING
    symbol = currency_symbol(currency, language)
    shown = number(abs(rounded), language, digits)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{shown}{NBSP}M{symbol}" if language == "it" else f"{sign}{symbol}{shown}M"


def percent(share: Amount, language: Language, digits: int = 0) -> str:
    """A share of one, as a percentage: 0.2 is `20%`."""
    rounded = _rounded(share, digits, scale=2)
    if rounded is None:
        return NOTHING
    return f"{number(rounded, language, digits)}%"


def date(d: dt.date | None, language: Language) -> str:
    return NOTHING if d is None else format_date(d, "d MMMM y", locale=LOCALES[language])


def quantity(x: Amount, unit: str, language: Language, digits: int = 0) -> str:
    """A number with its unit: `1.250 m²`, `€12/m²`, `20%`, `1 persona`, `3 people`."""
    rounded = _rounded(x, digits)
    if rounded is None:
        return NOTHING
    head, *below = unit.split("/")
    if unit == "share":
        return percent(x, language, digits)
    if head == "EUR":
        per = "".join(f"/{unit_label(part, language, many=False)}" for part in below)
        return f"{money(x, language, digits=digits)}{per}"
    label = unit_label(unit, language, many=abs(rounded) != 1)
    shown = number(x, language, digits)
    if not label:
        return shown
    return f"{shown}{label}" if label.startswith("/") else f"{shown}{NBSP}{label}"


@lru_cache
def currency_symbol(currency: str, language: Language) -> str:
    return get_currency_symbol(currency, locale=LOCALES[language])


def _rounded(x: Amount, digits: int, scale: int = 0) -> Decimal | None:
    """Half away from zero, as people round; never a negative zero."""
    if x is None or not math.isfinite(float(x)):
        return None
    exact = x if isinstance(x, Decimal) else Decimal(repr(float(x)))
    step = Decimal(1).scaleb(-digits)
    rounded = exact.scaleb(scale).quantize(step, rounding="ROUND_HALF_UP")
    return rounded if rounded else abs(rounded)


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")


def _minus(shown: str) -> str:
    return shown.replace("-", MINUS)
