"""A fortnight ahead of bookings, a month behind, an outage and a wait list: what a centre at work looks like."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from fucina.centre.charging.models import Project
from fucina.centre.labs import domain
from fucina.centre.labs.demo.rows import PURPOSES, QUALIFICATIONS
from fucina.centre.labs.domain.charges import charge_past
from fucina.centre.labs.domain.moments import Span, local
from fucina.centre.labs.domain.opening import is_open_throughout, open_spans
from fucina.centre.labs.enums import BookingStatus, Economic, ResourceKind, UserKind
from fucina.centre.labs.models import Allocation, Booking, Qualification, Resource, Use
from fucina.centre.people.models import Organisation, User
from fucina.centre.refusal import Refusal

AHEAD, BEHIND = 14, 30
STARTS = (dt.time(9), dt.time(11), dt.time(14), dt.time(16))
HOURS = dt.timedelta(hours=2)


@dataclass(frozen=True)
class Customer:
    """Somebody of the demonstration's cast who books, for an organisation and at whose cost."""

    user: User
    organisation: Organisation
    project: Project | None = None
    company: bool = False


def train(customers: Sequence[Customer], *, by: Any) -> None:
    """All but the last may do everything; that one's refusals can be read."""
    for customer in customers[:-1]:
        for key, _kind, _name, _name_en, levels, _valid, _unused in QUALIFICATIONS:
            domain.grant_qualification(
                customer.user.person, Qualification.objects.get(key=key), by=by,
                level=min(2, levels), source="dimostrazione",
            )  # fmt: skip


def work(found: dict[str, Resource], customers: Sequence[Customer], *, by: Any) -> None:
    machines = [one for one in found.values() if one.kind == ResourceKind.MACHINE]
    trained = list(customers[:-1]) or list(customers)
    _behind(machines, trained, by)
    _ahead(machines, trained)
    if machines:
        _wait(machines[0], trained)
        _break(machines[-1], by)


def _ahead(machines: list[Resource], customers: list[Customer]) -> None:
    """What the rules refuse, such as a Sunday, is not booked."""
    who, what = cycle(customers), cycle(PURPOSES)
    today = timezone.localdate()
    for number, machine in enumerate(machines):
        for day in range(1 + number % 2, AHEAD, 2 + number % 2):
            customer, (purpose, kind) = next(who), next(what)
            start = local(today + dt.timedelta(days=day), STARTS[(number + day) % len(STARTS)])
            try:
                domain.book(
                    [machine], start, start + HOURS, by=customer.user,
                    organisation=customer.organisation, kind=kind, purpose=purpose,
                    project=_project(customer, machine),
                )  # fmt: skip
            except Refusal:
                continue


def _behind(machines: list[Resource], customers: list[Customer], by: Any) -> None:
    """Written as it was, and charged: nobody books in the past."""
    who, what = cycle(customers), cycle(PURPOSES)
    today = timezone.localdate()
    bookings, rows, uses = [], [], []
    for number, machine in enumerate(machines):
        for day in range(1 + number % 3, BEHIND, 2 + number % 3):
            customer, (purpose, kind) = next(who), next(what)
            start = local(today - dt.timedelta(days=day), STARTS[(number + day) % len(STARTS)])
            span = Span(start, start + HOURS)
            if not is_open_throughout(open_spans(machine.hours, (), span), span):
                continue
            booking = Booking(
                person=customer.user.person, organisation=customer.organisation,
                booked_by=customer.user, project=_project(customer, machine),
                starts=span.start, ends=span.end, kind=kind, purpose=purpose, status=BookingStatus.DONE, checked_in=span.start, ended=span.end,
                economic=Economic.ECONOMIC if customer.company else Economic.NON_ECONOMIC,
                user_kind=UserKind.COMPANY if customer.company else UserKind.RESEARCH,
            )  # fmt: skip
            bookings.append(booking)
            rows.append(
                Allocation(
                    booking=booking, resource=machine, schedule=machine.schedule,
                    during=DateTimeTZRange(span.start, span.end, "[)"),
                )
            )  # fmt: skip
            uses.append(
                Use(
                    resource=machine, booking=booking, operator=customer.user.person,
                    person=customer.user.person, started=span.start,
                    ended=span.end - dt.timedelta(minutes=number % 4 * 10),
                )
            )  # fmt: skip
    Booking.objects.bulk_create(bookings)
    Allocation.objects.bulk_create(rows)
    Use.objects.bulk_create(uses)
    for booking in sorted(bookings, key=lambda one: one.ends):
        charge_past(booking, by=by)


def _wait(machine: Resource, customers: list[Customer]) -> None:
    """Somebody waits for the first time that another has."""
    taken = (
        Booking.objects.active()
        .filter(allocations__resource=machine, starts__gt=timezone.now())
        .order_by("starts")
        .first()
    )
    if taken is None:
        return
    for customer in customers:
        if customer.user.person.pk != taken.person_id:
            try:
                domain.join_wait_list(
                    [machine], taken.starts, taken.ends, by=customer.user,
                    organisation=customer.organisation, project=_project(customer, machine),
                )  # fmt: skip
            except Refusal:
                continue
            return


def _project(customer: Customer, machine: Resource) -> Project | None:
    """For what has a price."""
    return customer.project if machine.chargeable_id else None


def _break(machine: Resource, by: Any) -> None:
    """A breakdown the day after tomorrow, over whatever is booked."""
    day = timezone.localdate() + dt.timedelta(days=2)
    domain.declare_outage(
        [machine], local(day, dt.time(8)), local(day + dt.timedelta(days=1), dt.time(20)),
        "Guasto dimostrativo: si attende un ricambio", by=by, tell=False,
    )  # fmt: skip
