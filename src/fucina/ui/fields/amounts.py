"""Amounts as they are written: 1.234,56 in Italian, 1,234.56 in English."""

import re
from decimal import Decimal

_BLANKS = re.compile(r"[\s\u00a0\u202f’']|€|eur(o)?\b", re.IGNORECASE)


def read_amount(text: str, language: str) -> Decimal | None:
    """The amount, or nothing where the text is none or could be two.

    The language decides what ``1.234`` is; where only one reading is possible (``12.50``, ``1.234.567``,
    ``1,234.56``) either way of writing is understood.
    """
    bare = _BLANKS.sub("", text).replace("−", "-")
    thousands, decimal = (".", ",") if language == "it" else (",", ".")
    for separators in ((thousands, decimal), (decimal, thousands)):
        if re.fullmatch(_pattern(*separators), bare):
            return Decimal(bare.replace(separators[0], "").replace(separators[1], "."))
    return None


def _pattern(thousands: str, decimal: str) -> str:
    grouped = rf"[1-9][0-9]{{0,2}}(?:{re.escape(thousands)}[0-9]{{3}})+"
    return rf"[+-]?(?:{grouped}|[0-9]+)(?:{re.escape(decimal)}[0-9]+)?"
