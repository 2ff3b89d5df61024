import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils import timezone

from fucina.centre.labs.domain.asking import Things, asked
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.moments import MINUTE, Span
from fucina.centre.labs.domain.nearest import DAYS, free_spans
from fucina.centre.labs.domain.writing import allow


def earliest_free(
    things: Things,
    minutes: int,
    *,
    by: Any,
    after: dt.datetime | None = None,
    days: int = DAYS,
    most: int = 1,
    **more: Any,
) -> list[Span]:
    """The first times of this length at which all of it can be booked by this person; none where there is none.

    Bounded: it looks at so many days ahead, and at the free stretches in them.
    """
    allow(by, "labs.book")
    start = max(after or timezone.now(), timezone.now())
    wanted = asked(things, start, start + minutes * MINUTE, by=by, **more)
    found: Iterator[Span] = free_spans(read(wanted), start, min(days, 366))
    return list(islice(found, most))
