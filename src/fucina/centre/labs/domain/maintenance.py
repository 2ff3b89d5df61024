import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import DurationField, ExpressionWrapper, F, Sum

from fucina.centre.labs.domain.asking import Item, asked
from fucina.centre.labs.domain.book import carry_out
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import BookingKind, ResourceStatus
from fucina.centre.labs.models import Booking, MaintenancePlan, Resource, Use
from fucina.centre.people.models.period import today
from fucina.centre.refusal import refuse_any


@dataclass(frozen=True)
class Due:
    """A maintenance plan, by when, and after how many hours of use since it was last done."""

    plan: MaintenancePlan
    by_day: dt.date | None
    hours_used: float

    @property
    def overdue(self) -> bool:
        late = self.by_day is not None and self.by_day <= today()
        worn = self.plan.every_hours is not None and self.hours_used >= self.plan.every_hours
        return late or worn


def plan_maintenance(
    resources: Iterable[Resource],
    starts: dt.datetime,
    ends: dt.datetime,
    what: str,
    *,
    by: Any,
) -> Booking:
    """A time in which something is maintained. Unlike an outage it goes where nothing is booked, or is refused."""
    several = list(resources)
    allow(by, "labs.declare_outage", several)
    wanted = asked(
        [Item(one, whole=True) for one in several], starts, ends, by=by,
        organisation=several[0].laboratory.organisation, kind=BookingKind.MAINTENANCE,
        title=what, purpose=what,
    )  # fmt: skip
    return carry_out(wanted)


def record_maintenance_plan(
    resource: Resource,
    title: str,
    *,
    by: Any,
    every_days: int | None = None,
    every_hours: int | None = None,
    minutes: int = 60,
    last_done: dt.date | None = None,
) -> MaintenancePlan:
    allow(by, "labs.declare_outage", resource)
    plan = MaintenancePlan(
        resource=resource, title=title.strip(), every_days=every_days, every_hours=every_hours,
        minutes=minutes, last_done=last_done or today(),
    )  # fmt: skip
    refuse_any(check(plan))
    with one_write():
        plan.save()
    return plan


def record_maintenance_done(plan: MaintenancePlan, *, by: Any, day: dt.date | None = None) -> None:
    allow(by, "labs.declare_outage", plan.resource)
    with one_write():
        plan.last_done = day or today()
        plan.save(update_fields=["last_done"])


def due_maintenance(resources: Iterable[Resource]) -> list[Due]:
    """Of all plans, the most urgent first: two queries and one for each plan by hours."""
    plans = MaintenancePlan.objects.filter(resource__in=list(resources)).select_related("resource")
    found = [Due(plan, plan.due, _hours(plan)) for plan in plans]
    return sorted(found, key=lambda due: (not due.overdue, due.by_day or dt.date.max))


def _hours(plan: MaintenancePlan) -> float:
    if plan.every_hours is None:
        return 0.0
    lasted = ExpressionWrapper(F("ended") - F("started"), output_field=DurationField())
    since = Use.objects.filter(resource=plan.resource_id, ended__isnull=False)
    if plan.last_done:
        since = since.filter(started__date__gte=plan.last_done)
    total = since.aggregate(total=Sum(lasted))["total"]
    return total.total_seconds() / 3600 if total else 0.0


def set_status_of(resource: Resource, status: str, *, by: Any) -> Resource:
    """Operational, out of order, retired. What is booked stays booked: an outage moves it."""
    allow(by, "labs.declare_outage", resource)
    with one_write():
        resource = Resource.objects.select_for_update().get(pk=resource.pk)
        resource.status = ResourceStatus(status)
        resource.save(update_fields=["status"])
    return resource
