"""Pages by cursor: where the last page ended, not how many came before, so that rows added meanwhile are neither lost nor
told twice, and the last page costs no more than the first."""

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from ninja import Schema

from fucina.centre.refusal import Problem, Refusal

LARGEST = 200


class Page[T](Schema):
    """``next`` is the cursor of the page that follows, or null on the last."""

    items: list[T]
    next: str | None


def page[M: Model](
    rows: QuerySet[M], order: Sequence[str], cursor: str | None, limit: int
) -> tuple[list[M], str | None]:
    """Up to ``limit`` rows after the cursor, by ``order`` (ascending fields whose last is unique), and the next cursor.

    Raises Refusal for a cursor that this list did not give.
    """
    if cursor:
        rows = rows.filter(_after(order, _read(cursor, len(order))))
    found = list(rows.order_by(*order)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], _write([getattr(last, field) for field in order])


def _after(order: Sequence[str], values: Sequence[Any]) -> Q:
    """(a, b, c) > (x, y, z), spelt out."""
    beyond = Q()
    for position, field in enumerate(order):
        equal = dict(zip(order[:position], values, strict=False))
        beyond |= Q(**equal, **{f"{field}__gt": values[position]})
    return beyond


def _write(values: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _read(cursor: str, fields: int) -> list[Any]:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, UnicodeError):
        values = None
    well = (
        isinstance(values, list)
        and len(values) == fields
        and isinstance(values[-1], int)
        and not isinstance(values[-1], bool)
        and abs(values[-1]) < 2**63
        and all(isinstance(value, str) and "\x00" not in value for value in values[:-1])
    )
    if not well:
        message = _("The cursor is not one that this list gave: start without one.")
        raise Refusal([Problem("cursor", message, "cursor")])
    return list(values)
