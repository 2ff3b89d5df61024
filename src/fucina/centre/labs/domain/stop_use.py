import datetime as dt
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.grants import note_use
from fucina.centre.labs.domain.wait_list import offer_schedules
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking, Use
from fucina.centre.refusal import Problem, refuse_any


def stop_use(
    use: Use,
    *,
    by: Any,
    declared_minutes: int | None = None,
    downtime_minutes: int = 0,
    note: str = "",
) -> Use:
    """Switch off. What is left of the booked time is free for others; what was used is charged."""
    allow(by, "labs.stop_use", use)
    with one_write():
        booking = Booking.objects.select_for_update().get(pk=use.booking_id)
        use = Use.objects.select_for_update().select_related("resource", "person", "operator").get(pk=use.pk)  # fmt: skip
        now = timezone.now()
        refuse_any(_problems(use, declared_minutes, downtime_minutes))
        use.ended, use.stopped_by = max(now, use.started), by
        use.declared_minutes, use.downtime_minutes = declared_minutes, downtime_minutes
        use.note = note.strip()
        use.save()
        note_use(use.resource, use.person, use.operator)
        freed = _shorten(booking, use, now)
        _close(booking, now, by)
    offer_schedules(freed)
    return use


def _problems(use: Use, declared: int | None, downtime: int) -> list[Problem]:
    found = []
    if use.ended is not None:
        found.append(Problem("stopped", _("This use was stopped already.")))
    if downtime < 0 or downtime > use.minutes:
        text = _("The time out of order lies between 0 and the {minutes} minutes of use.")
        found.append(
            Problem("downtime", text.format(minutes=use.minutes), "downtime_minutes", {"most": use.minutes})
        )  # fmt: skip
    if declared is not None and declared < 0:
        found.append(Problem("declared", _("A time is not negative."), "declared_minutes"))
    return found


def _shorten(booking: Booking, use: Use, now: dt.datetime) -> set[int]:
    """Of this machine, from now on."""
    freed = set()
    for one in booking.allocations.taken().filter(resource=use.resource_id):
        if one.during.lower < now < one.during.upper:
            one.during = DateTimeTZRange(one.during.lower, now, "[)")
            one.save(update_fields=["during"])
            freed.add(one.schedule_id)
    return freed


def _close(booking: Booking, now: dt.datetime, by: Any) -> None:
    """When nothing of it runs any more and its machines were all used, or its time is over."""
    if booking.uses.filter(ended=None).exists():
        return
    machines = booking.allocations.taken().asked().filter(resource__machine__isnull=False)
    unused = machines.exclude(resource__in=booking.uses.values("resource"))
    if now < booking.ends and unused.exists():
        return
    close(booking, now, by)


def close(booking: Booking, now: dt.datetime, by: Any = None) -> None:
    """It took place: nothing of it is to come, and it is charged."""
    booking.status, booking.ended = BookingStatus.DONE, min(now, booking.ends)
    booking.sequence += 1
    booking.save(update_fields=["status", "ended", "sequence", "updated"])
    for one in booking.allocations.taken().filter(during__endswith__gt=now):
        lower = one.during.lower
        if lower < now:
            one.during = DateTimeTZRange(lower, now, "[)")
            one.save(update_fields=["during"])
    charges.charge(booking, by=by)
