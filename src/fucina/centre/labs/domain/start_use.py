"""A machine is switched on for somebody: now, judged now, one at a time."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Asked, Item, asked
from fucina.centre.labs.domain.book import store
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.contended import contend
from fucina.centre.labs.domain.grants import note_use
from fucina.centre.labs.domain.judge import sort
from fucina.centre.labs.domain.letters import tell_of_takeover
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.of_booking import again
from fucina.centre.labs.domain.rules_of_booking import persons, qualified, things
from fucina.centre.labs.domain.rules_of_booking.saying import hard
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.domain.writing import SCHEDULE, allow, lock, one_write
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingKind, BookingStatus, Takeover
from fucina.centre.labs.models import Allocation, Booking, Resource, Use
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, refuse_any

MINUTE = dt.timedelta(minutes=1)
WALK_UP = 60
"""Minutes that a use without a booking takes, unless told."""
ASKED_AT_START = (
    things.in_service,
    persons.on_behalf,
    persons.access,
    persons.suspended,
    qualified.qualified,
    persons.project,
    persons.paid,
)


def start_use(
    resource: Resource,
    *,
    by: Any,
    person: Person | None = None,
    organisation: Organisation | None = None,
    project: Any = None,
    minutes: int = WALK_UP,
    consent: str = "",
    override: str = "",
) -> Use:
    """Switch on for the person whose time it is, or for whoever comes when it is free: that is booked at once.

    In somebody else's time it is refused, or, where the machine's rules allow it, needs the owner's ``consent`` (how it
    was given); then the time becomes the starter's, and the owner is told.
    """
    allow(by, "labs.start_use")
    person = person or by.person
    more = {"person": person, "organisation": organisation, "project": project}
    with one_write():
        lock([(SCHEDULE, resource.schedule_id)])
        resource = Resource.objects.with_rules().get(pk=resource.pk)
        refuse_any(_running(resource))
        booking = current_booking(resource)
        refuse_any(_out_of_service(resource, booking))
        owner = None
        if booking is not None and booking.person_id != person.pk:
            owner = booking.person
            refuse_any(_of_another(resource, booking, consent))
            minutes = _give_up(booking, consent)
            booking = None
        if booking is None:
            booking = _walk_up(resource, by, minutes, override, more)
        else:
            _judge_again(booking, resource, by, override)
        use = Use.objects.create(
            resource=resource,
            booking=booking,
            started=timezone.now(),
            operator=by.person,
            person=person,
            taken_over_from=owner,
            consent=consent.strip() if owner else "",
        )
        if booking.checked_in is None:
            booking.checked_in = use.started
            booking.save(update_fields=["checked_in", "updated"])
        note_use(resource, person, by.person)
        if owner is not None:
            tell_of_takeover(owner, booking, person, consent)
    return use


def current_booking(resource: Resource) -> Booking | None:
    """Whose time it is now, or will be in the minutes in which one may check in."""
    now = timezone.now()
    early = now + resource.rules.check_in_minutes * MINUTE
    mine = Allocation.objects.taken().asked().filter(resource=resource)
    found = (
        Booking.objects.filter(
            allocations__in=mine,
            status=BookingStatus.CONFIRMED,
            starts__lte=early,
            ends__gt=now,
        )
        .select_related("person", "organisation")
        .order_by("starts")
    )
    return found.first()


def _running(resource: Resource) -> Iterator[Problem]:
    """Itself, or what shares its time: a use may last longer than was booked."""
    uses = Use.objects.filter(resource__schedule=resource.schedule_id, ended=None)
    running = uses.select_related("resource").first()
    if running is not None:
        yield hard("in_use", _("{name} is in use.").format(name=running.resource))


def _out_of_service(resource: Resource, booking: Booking | None) -> Iterator[Problem]:
    """Whoever declared it does not use it either: it would end when they stop."""
    if booking is not None and booking.kind in OUT_OF_SERVICE:
        text = _("{name} is out of service: {kind}, {when}. If it works again, end that first.")
        when = Span(booking.starts, booking.ends)
        yield hard(
            "out_of_service",
            text.format(name=resource, kind=booking.get_kind_display(), when=when),
            booking=booking.pk,
        )


def _of_another(resource: Resource, booking: Booking, consent: str) -> Iterator[Problem]:
    when = Span(booking.starts, booking.ends)
    numbers = {"booking": booking.pk, "from": when.start.isoformat(), "to": when.end.isoformat()}
    if resource.rules.takeover == Takeover.REFUSED:
        text = _("It is somebody else’s time on {name}, {when}.").format(name=resource, when=when)
        yield hard("others_time", text, "", **numbers)
    elif not consent.strip():
        text = _("It is somebody else’s time on {name}, {when}: say how they agreed.")
        yield hard("no_consent", text.format(name=resource, when=when), "consent", **numbers)


def _give_up(booking: Booking, consent: str) -> int:
    """The owner's booking ends now, free of charge; minutes that are left of it."""
    now = timezone.now()
    left = int((booking.ends - now) / MINUTE)
    booking.ended, booking.cancel_reason = now, consent.strip()
    set_status(booking, BookingStatus.CANCELLED, "ended", "cancel_reason")
    charges.release(booking)
    return max(left, 1)


def _walk_up(
    resource: Resource, by: Any, minutes: int, override: str, more: dict[str, Any]
) -> Booking:
    now = timezone.now()
    wanted = asked(
        [Item(resource)], now, now + minutes * MINUTE, by=by, kind=BookingKind.USE,
        override=override, at_once=True, **more,
    )  # fmt: skip
    return store(read(wanted))


def _judge_again(booking: Booking, resource: Resource, by: Any, override: str) -> None:
    """What held when it was booked may not hold today."""
    wanted: Asked = again(booking, by, things=[Item(resource)], override=override)
    reading = contend(read(wanted))
    found = [one for rule in ASKED_AT_START for one in rule(reading.request, reading.facts)]
    refuse_any(sort(found, reading).problems)
