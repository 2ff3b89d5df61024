"""What a person has ahead, and what waits for them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.labs.domain.queries.visible import visible_problems, with_names
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking, Consumable, Grant
from fucina.centre.labs.models.booking import BookingQuerySet
from fucina.centre.labs.rules import asked_of
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.standing import standing

SOON = dt.timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """Something for a person to do."""

    title: str
    url: str
    when: dt.date | None = None


def agenda_of(user: Any) -> BookingQuerySet:
    """One's own bookings that are not over, the next first."""
    mine = Booking.objects.open().filter(person=standing(user).person, ends__gt=timezone.now())
    return with_names(mine).order_by("starts", "pk")


def waiting_for(user: Any) -> list[Waiting]:
    """Offers to accept, bookings to move; for those who look after machines, requests to decide and problems."""
    found = []
    for booking in agenda_of(user).filter(status__in=(BookingStatus.HELD, BookingStatus.DISPLACED))[
        :5
    ]:
        text = (
            _("Accept the time that was held for you: {what}")
            if booking.status == BookingStatus.HELD
            else _("Move your booking: {what}")
        )
        what = ", ".join(str(one.resource) for one in asked_of(booking))
        day = timezone.localdate(booking.starts)
        found.append(Waiting(text.format(what=what), booking.get_absolute_url(), day))
    return [*found, *_qualifications_that_end(user), *_for_stewards(user)]


def _qualifications_that_end(user: Any) -> list[Waiting]:
    """Within a month, the earliest first: whoever repeats the training in time loses no booking."""
    person = standing(user).person
    if person is None:
        return []
    today = timezone.localdate()
    grants = Grant.objects.filter(person=person, revoked_on=None).select_related("qualification")
    ends = {grant: grant.last_day for grant in grants}
    return [
        Waiting(
            _("Your qualification ends: {name}").format(name=grant.qualification),
            reverse("labs:bookings"),
            end,
        )
        for grant, end in ends.items()
        if end is not None and today <= end <= today + SOON
    ]


def to_decide(user: Any) -> BookingQuerySet:
    """Requests for what this person looks after."""
    mine = stewardship(user)
    asked = Booking.objects.filter(status=BookingStatus.REQUESTED, ends__gt=timezone.now())
    if not mine.everything:
        asked = asked.filter(allocations__resource__in=mine.resources) | asked.filter(
            allocations__resource__laboratory__in=mine.laboratories
        )
    return with_names(asked.distinct()).order_by("starts", "pk")


def _for_stewards(user: Any) -> list[Waiting]:
    if not stewardship(user).any:
        return []
    found = []
    if requests := to_decide(user).count():
        text = ngettext(
            "{number} booking to decide", "{number} bookings to decide", requests
        ).format(number=requests)
        found.append(Waiting(text, reverse("labs:decisions")))
    if low := _low_stock(user).count():
        text = ngettext(
            "{number} consumable to be ordered", "{number} consumables to be ordered", low
        ).format(number=low)
        found.append(Waiting(text, reverse("labs:stock")))
    if problems := visible_problems(user).filter(solved=None).count():
        text = ngettext(
            "{number} reported problem to solve", "{number} reported problems to solve", problems
        ).format(number=problems)
        found.append(Waiting(text, reverse("labs:problems")))
    return found


def _low_stock(user: Any) -> Any:
    mine = stewardship(user)
    low = Consumable.objects.filter(stock__lt=F("threshold"))
    return low if mine.everything else low.filter(laboratory__in=mine.laboratories)
