"""Numbers as people and offices write them: 1234.5, 1.234,5, 1 234,5; what can be read in two ways is not guessed."""

import re
from typing import Literal

Decimal = Literal["auto", "point", "comma"]
_SPACES = " \u00a0\u2009\u202f'’"
_POINT = re.compile(
    rf"[+-]?(?:\d+|\d{{1,3}}(?:[{_SPACES},]\d{{3}})+)(?:\.\d+)?(?:[eE][+-]?\d{{1,3}})?"
)
_COMMA = re.compile(rf"[+-]?(?:\d+|\d{{1,3}}(?:[{_SPACES}.]\d{{3}})+)(?:,\d+)?")
_GROUPS = str.maketrans("", "", _SPACES)


class Ambiguous(ValueError):  # noqa: N818 — it is an answer
    """1.234: a thousand and more, or little more than one."""


def number(text: str, decimal: Decimal = "auto", *, point_sure: bool = False) -> float:
    """The number that a text says; ValueError if it says none.

    ``auto`` takes the decimal sign that is possible, and raises :class:`Ambiguous` where both are;
    ``point_sure``: a lone point is known to be a decimal point, as in a file separated by commas.

    >>> number("1.234,5"), number("1234.5"), number("6,25")
    (1234.5, 1234.5, 6.25)
    >>> number("1.234")
    Traceback (most recent call last):
    fucina.study.sources.number.Ambiguous: 1.234
    """
    bare = text.strip().replace("−", "-")
    readings = {}
    if decimal != "comma" and _POINT.fullmatch(bare):
        readings["point"] = float(bare.translate(_GROUPS).replace(",", ""))
    if decimal != "point" and _COMMA.fullmatch(bare):
        readings["comma"] = float(bare.translate(_GROUPS).replace(".", "").replace(",", "."))
    if not readings:
        raise ValueError(text)
    if len(set(readings.values())) > 1:
        if point_sure and "," not in bare:
            return readings["point"]
        raise Ambiguous(text)
    return next(iter(readings.values()))
