"""Outages and maintenance: what is out of service, and who still has to move."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.labs.domain import outage as domain
from fucina.centre.labs.domain.maintenance import Due, due_maintenance
from fucina.centre.labs.domain.queries import visible_bookings
from fucina.centre.labs.domain.queries.visible import with_names
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingKind, BookingStatus
from fucina.centre.labs.models import Booking
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.bookings import things_of
from fucina.centre.labs.presentation.desk import in_charge_of
from fucina.centre.labs.presentation.examination import Slot, slot
from fucina.centre.labs.presentation.states import badge, booking_state, outage_state
from fucina.centre.labs.rules import asked_of

PROPOSED = 20
"""Bookings for which times are looked for at once; the others come when these have moved."""


@dataclass(frozen=True)
class Displaced:
    booking: Booking
    who: str
    what: str
    when: str
    slots: list[Slot]
    may: bool


@dataclass(frozen=True)
class OutagePage:
    outage: Booking
    title: str
    eyebrow: str
    facts: list[dict[str, Any]]
    to_move: list[Displaced]
    moved: Table
    actions: list[dict[str, str]]


def outages_table(user: Any) -> Table:
    found = (
        with_names(visible_bookings(user).filter(kind__in=OUT_OF_SERVICE, ends__gt=timezone.now()))
        .annotate(
            left=Count("displaces", filter=Q(displaces__status=BookingStatus.DISPLACED)),
        )
        .order_by("starts", "pk")
    )
    columns = [
        text_column(_("Out of service")),
        text_column(pgettext("booking", "When")),
        text_column(pgettext("labs", "Reason")),
        number_column(_("Bookings to move")),
        text_column(pgettext("labs", "State")),
    ]
    return Table(_("Outages and maintenance"), columns, [_row(one) for one in found])


def _row(one: Any) -> Row:
    url = reverse("labs:outage", kwargs={"booking": one.pk})
    return {
        "cells": [
            {"text": things_of(one), "url": url, "note": str(one.get_kind_display())},
            written.between(one.starts, one.ends),
            one.purpose or one.title,
            written.decimal(one.left),
            outage_state(one),
        ]
    }


def outage_page(user: Any, outage: Booking) -> OutagePage:
    open_ = outage.status == BookingStatus.CONFIRMED and outage.ends > timezone.now()
    return OutagePage(
        outage=outage,
        title=things_of(outage),
        eyebrow=capfirst(str(outage.get_kind_display())),
        facts=[
            {"term": pgettext("labs", "State"), **outage_state(outage)},
            *_things(outage),
            {"term": pgettext("booking", "When"), "text": written.between(outage.starts, outage.ends)},
            {"term": pgettext("labs", "Reason"), "text": outage.purpose or outage.title},
        ],
        to_move=[_displaced(user, one) for one in domain.to_move(outage, user)[:PROPOSED]],
        moved=_moved(outage),
        actions=_actions(outage) if open_ else [],
    )  # fmt: skip


def _actions(outage: Booking) -> list[dict[str, str]]:
    """An outage is made longer where it goes over others; maintenance moves to where it is free. Both end, or never begin."""
    number = {"booking": outage.pk}
    begun = outage.starts <= timezone.now()
    end = {"url": reverse("labs:end_outage", kwargs=number), "ask": "yes"}
    end |= (
        {"label": _("It works again"), "kind": "primary", "icon": "check"}
        if begun
        else {"label": _("Call it off"), "kind": "danger", "icon": "close"}
    )
    if outage.kind == BookingKind.OUTAGE:
        url, label, icon = "labs:prolong_outage", _("It takes longer"), "clock"
    else:
        url, label, icon = "labs:move_booking", _("Move"), "calendar"
    change = {"url": reverse(url, kwargs=number), "label": label, "icon": icon, "kind": "secondary"}
    return [change, end]


def _things(outage: Booking) -> list[dict[str, str]]:
    return [
        {
            "term": capfirst(str(one.resource.get_kind_display())),
            "text": str(one.resource),
            "url": one.resource.get_absolute_url(),
        }
        for one in asked_of(outage)
    ]


def _displaced(user: Any, one: domain.ToMove) -> Displaced:
    booking = one.booking
    return Displaced(
        booking,
        f"{booking.person} ({booking.organisation})",
        things_of(booking),
        written.between(booking.starts, booking.ends),
        [slot(span) for span in one.slots],
        user.has_perm("labs.change_booking", booking),
    )


def _moved(outage: Booking) -> Table:
    """Who was moved is no longer displaced; the list says who is not to be called any more."""
    columns = [text_column(_("Booking")), text_column(pgettext("booking", "For")), text_column(pgettext("labs", "State"))]  # fmt: skip
    others = outage.displaces.exclude(status=BookingStatus.DISPLACED).select_related("person")
    rows: list[Row] = [
        {"cells": [written.between(one.starts, one.ends), str(one.person), booking_state(one)]}
        for one in others
    ]
    return Table(_("Settled"), columns, rows)


def maintenance_table(user: Any) -> Table:
    columns = [
        text_column(_("Machine")),
        text_column(_("What is done")),
        text_column(_("How often")),
        text_column(_("Last done on")),
        text_column(_("Due")),
    ]
    return Table(_("Maintenance plans"), columns, [_due(one) for one in due_maintenance(in_charge_of(user))])  # fmt: skip


def _due(due: Due) -> Row:
    plan = due.plan
    often = []
    if plan.every_days:
        often.append(_("every {time}").format(time=written.length(plan.every_days * written.DAY)))
    if plan.every_hours:
        used = written.decimal(due.hours_used, 1)
        text = _("every {hours} h of use ({used} h used)")
        often.append(text.format(hours=plan.every_hours, used=used))
    when = written.day(due.by_day) if due.by_day else _hours_left(due)
    return {
        "cells": [
            {"text": str(plan.resource), "url": plan.resource.get_absolute_url()},
            {"text": plan.title, "note": written.length(plan.minutes)},
            ", ".join(often),
            written.day(plan.last_done),
            badge("bad" if due.overdue else "neutral", pgettext("maintenance", "overdue") if due.overdue else when, when if due.overdue else ""),
        ],
        "value": str(plan.pk),
        "label": str(plan),
    }  # fmt: skip


def _hours_left(due: Due) -> str:
    left = max(0.0, float(due.plan.every_hours or 0) - due.hours_used)
    return _("in {hours} h of use").format(hours=written.decimal(left, 1))


def plans_to_tick(user: Any) -> list[dict[str, str]]:
    """A button for each plan: done today."""
    return [
        {
            "label": f"{due.plan.resource}: {due.plan.title}",
            "url": reverse("labs:maintenance_done", kwargs={"plan": due.plan.pk}),
        }
        for due in due_maintenance(in_charge_of(user))
    ]
