"""A laboratory: what is in it, when it is open, who looks after it, what is used up in it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.labs.domain.moments import Span, day_of, day_span
from fucina.centre.labs.domain.opening import regular
from fucina.centre.labs.domain.queries import find_resources
from fucina.centre.labs.models import Consumable, Laboratory, Steward
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.catalogue import results
from fucina.centre.labs.presentation.rules import rules_in_words

type Item = dict[str, Any]


@dataclass(frozen=True)
class LaboratoryPage:
    laboratory: Laboratory
    actions: list[Item]
    facts: list[Item]
    things: Table
    consumables: Table
    stewards: list[str]
    rules: list[str]
    hours: list[Item]


def laboratory_page(user: Any, laboratory: Laboratory) -> LaboratoryPage:
    return LaboratoryPage(
        laboratory=laboratory,
        actions=_actions(user, laboratory),
        facts=_facts(laboratory),
        things=results(find_resources(user, "", laboratory=laboratory.pk), where=False),
        consumables=_consumables(user, laboratory),
        stewards=_stewards(user, laboratory),
        rules=rules_in_words(laboratory.policy) if laboratory.policy else [],
        hours=_hours(laboratory),
    )


def _actions(user: Any, laboratory: Laboratory) -> list[Item]:
    number = {"laboratory": laboratory.pk}
    calendar = f"{reverse('labs:calendar')}?laboratory={laboratory.pk}"
    found: list[Item] = [{"label": _("Calendar"), "url": calendar, "icon": "calendar"}]
    if user.has_perm("labs.start_use"):
        url = reverse("labs:tablet", kwargs=number)
        found.append({"label": _("Workshop page"), "url": url, "icon": "factory"})
    staff = [
        (_("Change the data"), "change_laboratory", "labs.manage_resources", None),
        (_("Add a room, a machine …"), "add_resource", "labs.manage_resources", None),
        (_("Who is in charge"), "laboratory_stewards", "labs.manage_resources", None),
        (_("Qualifications asked for"), "laboratory_requirements", "labs.manage_resources", None),
        (_("Closures"), "laboratory_closures", "labs.change_calendar", laboratory),
    ]
    found += [
        {"label": label, "url": reverse(f"labs:{name}", kwargs=number), "more": True}
        for label, name, permission, thing in staff
        if user.has_perm(permission, thing)
    ]
    return found


def _facts(laboratory: Laboratory) -> list[Item]:
    found = [{"term": _("Run by"), "text": str(laboratory.organisation)}]
    if laboratory.building:
        building = laboratory.building
        where = ", ".join(filter(None, (str(building), building.site.municipality)))
        found.append({"term": _("Where"), "text": where})
    return found


def _hours(laboratory: Laboratory) -> list[Item]:
    """The next seven days by the hours alone."""
    today = day_of(timezone.now())
    days = [today + dt.timedelta(days=number) for number in range(7)]
    window = Span(day_span(days[0]).start, day_span(days[-1]).end)
    open_ = regular(laboratory.opening_hours, window)
    return [
        {
            "term": written.weekday(day),
            "text": ", ".join(
                written.clock(span, day) for span in open_ if span.overlaps(day_span(day))
            )
            or _("closed"),
        }
        for day in days
    ]


def _consumables(user: Any, laboratory: Laboratory) -> Table:
    columns = [text_column(_("Consumable")), number_column(_("In stock"))]
    seen = Consumable.objects.filter(laboratory=laboratory)
    if not user.has_perm("labs.move_stock", laboratory):
        seen = seen.filter(listed=True)
    rows: list[Item] = [
        {"cells": [{"text": str(one), "note": one.said_about}, f"{written.decimal(float(one.stock), 1 if one.stock % 1 else 0)} {one.unit}"]}
        for one in seen
    ]  # fmt: skip
    return Table(_("Consumables"), columns, rows)


def _stewards(user: Any, laboratory: Laboratory) -> list[str]:
    """Names are for those who have to do with the centre."""
    if not user.is_authenticated:
        return []
    found = Steward.objects.on().filter(laboratory=laboratory).select_related("person")
    return [str(one.person) for one in found]
