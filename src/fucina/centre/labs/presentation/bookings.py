"""A person's bookings: what waits for an answer, what is coming, what is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Cell, Row, Table, text_column
from fucina.centre.labs.domain.queries import agenda_of
from fucina.centre.labs.domain.queries.visible import with_names
from fucina.centre.labs.enums import OPEN, BookingStatus
from fucina.centre.labs.models import Booking, Grant
from fucina.centre.labs.models.booking import BookingQuerySet
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.states import booking_state, grant_state, time_left
from fucina.centre.labs.rules import asked_of
from fucina.centre.people.standing import standing
from fucina.ui.listing import Listing

SORTS = {"when": ["starts"], "state": ["status"]}
TO_ANSWER = (BookingStatus.HELD, BookingStatus.DISPLACED)


@dataclass(frozen=True)
class Offer:
    """Something that waits for an answer."""

    booking: Booking
    what: str
    when: str
    held: bool
    left: str


@dataclass(frozen=True)
class BookingsPage:
    offers: list[Offer]
    coming: Table
    listing: Listing[Booking]
    columns: list[dict[str, str]]
    rows: list[Row]
    qualifications: Table


def bookings_page(user: Any, query: Any) -> BookingsPage:
    open_ones = list(agenda_of(user))
    coming = [one for one in open_ones if one.status not in TO_ANSWER]
    listing = Listing.of(query, _over(user), sorts=SORTS, default="-when")
    return BookingsPage(
        offers=[_offer(one) for one in open_ones if one.status in TO_ANSWER],
        coming=table_of(coming, _("My upcoming bookings")),
        listing=listing,
        columns=_columns(sorts=True),
        rows=[_row(one) for one in listing],
        qualifications=_qualifications(user),
    )


def _qualifications(user: Any) -> Table:
    """One's own, with the day on which each ends."""
    columns = [
        text_column(_("Qualification")),
        text_column(_("Last day")),
        text_column(pgettext("labs", "State")),
    ]
    mine = Grant.objects.filter(person=standing(user).person, revoked_on=None)
    rows: list[Row] = [
        {"cells": [_with_level(one), _last_day(one), grant_state(one)]}
        for one in mine.select_related("qualification").order_by("qualification__name", "pk")
    ]
    return Table(_("My qualifications"), columns, rows)


def _with_level(grant: Grant) -> Cell:
    name = str(grant.qualification)
    if grant.qualification.levels == 1:
        return name
    return {"text": name, "note": _("level {level}").format(level=grant.level)}


def _last_day(grant: Grant) -> str:
    return written.day(grant.last_day) if grant.last_day else _("no end")


def _over(user: Any) -> BookingQuerySet:
    mine = Booking.objects.filter(person=standing(user).person)
    return with_names(mine.filter(~Q(status__in=OPEN) | Q(ends__lte=timezone.now())))


def table_of(bookings: Iterable[Booking], caption: str, *, who: bool = False) -> Table:
    return Table(caption, _columns(who=who), [_row(one, who=who) for one in bookings])


def things_of(booking: Booking) -> str:
    return ", ".join(
        f"{one.resource} × {one.quantity}" if one.quantity > 1 else str(one.resource)
        for one in asked_of(booking)
    )


def _offer(booking: Booking) -> Offer:
    held = booking.status == BookingStatus.HELD
    return Offer(
        booking,
        things_of(booking),
        written.between(booking.starts, booking.ends),
        held,
        time_left(booking.held_until) if held else "",
    )


def _columns(*, sorts: bool = False, who: bool = False) -> list[dict[str, str]]:
    columns = [
        text_column(_("Booking")),
        text_column(pgettext("booking", "When"), "when" if sorts else ""),
        text_column(_("Kind of use")),
        text_column(pgettext("labs", "State"), "state" if sorts else ""),
    ]
    return [*columns[:2], text_column(pgettext("booking", "For")), *columns[2:]] if who else columns


def _row(booking: Booking, *, who: bool = False) -> Row:
    cells: list[Any] = [
        {"text": things_of(booking) or str(booking), "url": booking.get_absolute_url(), "note": booking.title},
        written.between(booking.starts, booking.ends),
        str(booking.get_kind_display()),
        booking_state(booking),
    ]  # fmt: skip
    if who:
        cells.insert(2, {"text": str(booking.person), "note": str(booking.organisation)})
    return {"cells": cells}


def organisation_bookings(bookings: Iterable[Booking]) -> Table:
    return table_of(bookings, _("Bookings ahead"), who=True)
