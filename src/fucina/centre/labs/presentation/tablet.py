"""A laboratory's workshop as it is now: who uses what, whose time it is, who is in which room. Six queries."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.labs.domain.moments import MINUTE
from fucina.centre.labs.domain.privacy import Reader, reader_of
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.enums import (
    OUT_OF_SERVICE,
    BookingStatus,
    ResourceKind,
    ResourceStatus,
    Takeover,
)
from fucina.centre.labs.models import Allocation, Booking, Laboratory, Presence, Resource, Use
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.states import resource_state
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.standing import standing


@dataclass(frozen=True)
class Machine:
    """``start`` names whose time it is to start; ``person`` and ``organisation`` are sent with the button."""

    name: str
    number: int
    state: dict[str, str]
    running: str
    since: str
    minutes: int
    stop_url: str
    now: str
    next: str
    start_url: str
    start: str
    person: str
    organisation: str
    consent: bool
    report_url: str
    down: bool


@dataclass(frozen=True)
class Inside:
    name: str
    since: str
    leave_url: str


@dataclass(frozen=True)
class Room:
    name: str
    number: int
    present: int
    capacity: int
    inside: list[Inside]
    enter_url: str
    form_url: str
    within: bool

    @property
    def full(self) -> bool:
        return self.present >= self.capacity


@dataclass(frozen=True)
class Tablet:
    laboratory: Laboratory
    back: str
    who: str
    machines: list[Machine]
    rooms: list[Room]


@dataclass(frozen=True)
class _Now:
    """Everything that is read once."""

    user: Any
    reader: Reader
    uses: dict[int, Use]
    current: dict[int, Booking]
    coming: dict[int, Booking]
    staffed: frozenset[int]


def tablet(user: Any, laboratory: Laboratory) -> Tablet:
    resources = list(
        visible_resources(user)
        .with_rules()
        .exclude(status=ResourceStatus.RETIRED)
        .filter(laboratory=laboratory, kind__in=(ResourceKind.MACHINE, ResourceKind.ROOM))
        .order_by("name", "pk")
    )
    now = _read(user, resources)
    rooms = [one for one in resources if one.kind == ResourceKind.ROOM]
    return Tablet(
        laboratory,
        reverse("labs:laboratory", kwargs={"laboratory": laboratory.pk}),
        str(user.person),
        [_machine(one, now) for one in resources if one.kind == ResourceKind.MACHINE],
        _rooms(rooms, now),
    )


def _read(user: Any, resources: list[Resource]) -> _Now:
    numbers = [one.pk for one in resources]
    mine = stewardship(user)
    uses = Use.objects.filter(resource__in=numbers, ended=None).select_related("person", "operator", "booking")  # fmt: skip
    current, coming = _bookings(resources)
    return _Now(
        user,
        reader_of(user, resources),
        {one.resource_id: one for one in uses},
        current,
        coming,
        frozenset(one.pk for one in resources if mine.over(one)),
    )


def _bookings(resources: list[Resource]) -> tuple[dict[int, Booking], dict[int, Booking]]:
    """Whose time it is on each, or will be as soon as one may check in; and who comes next today."""
    now = timezone.now()
    rules = {one.pk: one.rules for one in resources}
    rows = (
        Allocation.objects.taken()
        .asked()
        .filter(
            resource__in=list(rules),
            booking__status=BookingStatus.CONFIRMED,
            booking__ends__gt=now,
            booking__starts__lt=now + dt.timedelta(hours=24),
        )
        .select_related("booking__person", "booking__organisation")
        .order_by("booking__starts", "pk")
    )
    current: dict[int, Booking] = {}
    coming: dict[int, Booking] = {}
    for one in rows:
        early = now + rules[one.resource_id].check_in_minutes * MINUTE
        where = current if one.booking.starts <= early else coming
        where.setdefault(one.resource_id, one.booking)
    return current, coming


def _machine(resource: Resource, now: _Now) -> Machine:
    number = {"resource": resource.pk}
    use, booking = now.uses.get(resource.pk), now.current.get(resource.pk)
    later = now.coming.get(resource.pk)
    own = standing(now.user).person
    staff = resource.pk in now.staffed
    stopped = booking is not None and booking.kind in OUT_OF_SERVICE
    start, person, organisation = _start(booking, own, staff=staff)
    return Machine(
        name=str(resource),
        number=resource.pk,
        state=resource_state(resource),
        running=_name(resource, use.person, use.booking.organisation_id, now) if use else "",
        since=written.today_or_moment(use.started) if use else "",
        minutes=use.minutes if use else 0,
        stop_url=_stop(use, own, staff=staff) if use else "",
        now=_whose(resource, booking, now) if booking and not use else "",
        next=_whose(resource, later, now) if later else "",
        start_url="" if use or stopped else reverse("labs:start_use", kwargs=number),
        start=start,
        person=person,
        organisation=organisation,
        consent=booking is not None
        and not stopped
        and booking.person_id != own
        and not staff
        and resource.rules.takeover == Takeover.WITH_CONSENT,
        report_url=f"{reverse('labs:report_problem', kwargs=number)}?from=workshop",
        down=resource.status == ResourceStatus.DOWN,
    )


def _start(booking: Booking | None, own: int | None, *, staff: bool) -> tuple[str, str, str]:
    """What the button says, and for whom it starts; nothing where it is somebody else's time."""
    if booking is None:
        return pgettext("use", "Start"), "", ""
    if booking.kind in OUT_OF_SERVICE:
        return "", "", ""
    if booking.person_id == own:
        return _("Start my booking"), "", str(booking.organisation_id)
    if staff:
        text = _("Start for {name}").format(name=booking.person)
        return text, str(booking.person_id), str(booking.organisation_id)
    return "", "", ""


def _stop(use: Use, own: int | None, *, staff: bool) -> str:
    may = staff or own in (use.person_id, use.operator_id)
    return reverse("labs:stop_use", kwargs={"use": use.pk}) if may else ""


def _name(resource: Resource, person: Any, organisation: int, now: _Now) -> str:
    reads = now.reader.reads_name(resource.pk, person.pk, organisation)
    return str(person) if reads else _("somebody else")


def _whose(resource: Resource, booking: Booking, now: _Now) -> str:
    when = written.today_or_between(booking.starts, booking.ends)
    if booking.kind in OUT_OF_SERVICE:
        return f"{booking.get_kind_display()}, {when}"
    return f"{_name(resource, booking.person, booking.organisation_id, now)}, {when}"


def _rooms(rooms: list[Resource], now: _Now) -> list[Room]:
    present: dict[int, list[Presence]] = {}
    found = Presence.objects.filter(room__in=[one.pk for one in rooms], left=None)
    for one in found.select_related("person").order_by("entered", "pk"):
        present.setdefault(one.room_id, []).append(one)
    return [_room(room, present.get(room.pk, []), now) for room in rooms]


def _room(room: Resource, present: list[Presence], now: _Now) -> Room:
    own = standing(now.user).person
    staff = room.pk in now.staffed
    return Room(
        name=str(room),
        number=room.pk,
        present=len(present),
        capacity=room.schedule.capacity,
        inside=[
            Inside(
                _name(room, one.person, 0, now),
                written.today_or_moment(one.entered),
                reverse("labs:leave_room", kwargs={"presence": one.pk})
                if staff or one.person_id == own
                else "",
            )
            for one in present
        ],
        enter_url=reverse("labs:enter_room", kwargs={"resource": room.pk}),
        form_url=reverse("labs:enter_room", kwargs={"resource": room.pk}) if staff else "",
        within=any(one.person_id == own for one in present),
    )
