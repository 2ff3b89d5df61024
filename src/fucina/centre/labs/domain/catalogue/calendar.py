import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied

from fucina.centre.labs.domain.moments import day_span
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import ExceptionKind
from fucina.centre.labs.models import CalendarException, Laboratory, Resource
from fucina.centre.refusal import refuse_any


def record_exception(
    kind: str,
    starts: dt.datetime,
    ends: dt.datetime,
    reason: str,
    *,
    by: Any,
    laboratory: Laboratory | None = None,
    resource: Resource | None = None,
    yearly: bool = False,
) -> CalendarException:
    """A closure, a closure for safety or an extra opening; of no laboratory and no resource, of all.

    What is booked then stays booked: an outage moves it.
    """
    _allow(by, laboratory, resource)
    exception = CalendarException(
        kind=kind, starts=starts, ends=ends, reason=reason.strip(), laboratory=laboratory,
        resource=resource, yearly=yearly,
    )  # fmt: skip
    refuse_any(check(exception))
    with one_write():
        exception.save()
    return exception


def record_patron_day(
    month: int, day: int, name: str, *, by: Any, laboratory: Laboratory | None = None
) -> CalendarException:
    """A town's own holiday, every year, such as 24 June in Torino: the law's table of holidays does not know it."""
    span = day_span(dt.date(2024, month, day))
    return record_exception(
        ExceptionKind.CLOSED, span.start, span.end, name, by=by, laboratory=laboratory, yearly=True
    )


def remove_exception(exception: CalendarException, *, by: Any) -> None:
    _allow(by, exception.laboratory, exception.resource)
    with one_write():
        exception.delete()


def _allow(by: Any, laboratory: Laboratory | None, resource: Resource | None) -> None:
    thing = resource or laboratory
    if thing is None:
        allow(by, "labs.manage_resources")
    elif not by.has_perm("labs.change_calendar", thing):
        raise PermissionDenied
