"""How many problems are told at once, and how long a list may be: enough to work with, never without end."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from fucina.study.problem import Problem

LIMIT_PROBLEMS = 100
LIMIT_ITEMS = 1000


def first(problems: Iterable[Problem]) -> list[Problem]:
    """The first problems; where there are more, the last one told says so."""
    found = list(islice(problems, LIMIT_PROBLEMS + 1))
    if len(found) > LIMIT_PROBLEMS:
        found[-1] = Problem("and_more", found[-1].file, numbers=(("limit", LIMIT_PROBLEMS),))
    return found


def too_long(fields: dict[str, Any]) -> str | None:
    """The field of a record in which some list has more items than any study needs."""
    lists = [item for item in fields.items() if isinstance(item[1], (dict, list))]
    return next((name for name, value in lists if _longest(value) > LIMIT_ITEMS), None)


def _longest(value: Any) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return 0
    return max(len(value), max(map(_longest, value[:LIMIT_ITEMS]), default=0))
