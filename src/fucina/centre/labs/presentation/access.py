"""Lists of who may take how much and who may not: quotas, plans, suspensions, preferential access, closures of all."""

from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.labs.domain.hours_in_words import hours_in_words
from fucina.centre.labs.domain.queries.suspensions import visible_suspensions
from fucina.centre.labs.models import (
    AccessPlan,
    CalendarException,
    PlanHolding,
    PreferentialAccess,
    ReservedTime,
    TimeQuota,
)
from fucina.centre.labs.presentation.records import RecordsPage
from fucina.centre.labs.presentation.states import Badge, badge
from fucina.centre.labs.presentation.written import between, day, decimal, length
from fucina.centre.people.models.period import Period, today

type Line = dict[str, str]


def quotas() -> RecordsPage:
    columns = [
        text_column(pgettext("quotas", "Of")), text_column(_("Most for one person")),
        text_column(_("Hours that count")),
    ]  # fmt: skip
    rows: list[Row] = [
        {"cells": [_quota_of(one), _most(one), _counted(one)]}
        for one in TimeQuota.objects.select_related("type", "resource")
    ]
    return RecordsPage(
        lede=_("How long one person books in a day, a week, a month or a year. A machine’s own quota stands in place of its category’s."),
        table=Table(_("Quotas of time"), columns, rows),
        none=pgettext("labs", "No quota is recorded"),
        hint=_("Without one only the rules of booking set limits."),
        new_url=reverse("labs:add_quota"),
        new=_("A new quota"),
    )  # fmt: skip


def access_plans() -> RecordsPage:
    columns = [text_column(_("Plan")), text_column(_("Holders")), text_column(_("Reserved hours"))]
    found = AccessPlan.objects.annotate(
        held=Count("holdings", distinct=True), hours=Count("reserved_times", distinct=True)
    )
    rows: list[Row] = []
    for one in found:
        number = {"access_plan": one.pk}
        change, holders, hours = (
            reverse(f"labs:{name}", kwargs=number)
            for name in ("change_access_plan", "plan_holders", "reserved_hours")
        )
        rows.append(
            {
                "cells": [
                    {"text": str(one), "url": change, "note": one.said_about},
                    {"text": _("Who has it ({count})").format(count=one.held), "url": holders},
                    {"text": _("Which hours ({count})").format(count=one.hours), "url": hours},
                ]
            }
        )
    return RecordsPage(
        lede=_("Hours of a machine can be reserved for those who have a plan, such as evenings for makers."),
        table=Table(_("Access plans"), columns, rows),
        none=_("No access plan is recorded"),
        hint=_("Without one all opening hours are for everybody."),
        new_url=reverse("labs:add_access_plan"),
        new=_("A new access plan"),
    )  # fmt: skip


def suspensions(user: Any) -> RecordsPage:
    columns = [
        text_column(pgettext("labs", "Person")), text_column(_("Laboratory")),
        text_column(pgettext("labs", "Reason")), text_column(pgettext("labs", "From")),
        text_column(_("Last day")), text_column(pgettext("labs", "State")), text_column(_("To do")),
    ]  # fmt: skip
    rows: list[Row] = [
        {
            "cells": [
                str(one.person), str(one.laboratory or _("all laboratories")), one.reason,
                day(one.valid_from), _until(one), _state(one), _end(one),
            ]
        }
        for one in visible_suspensions(user).select_related("person", "laboratory")
    ]  # fmt: skip
    return RecordsPage(
        lede=_("Who is suspended can neither book nor start a machine nor enter. What they have booked stays booked."),
        table=Table(_("Suspensions"), columns, rows),
        none=_("Nobody is suspended"),
        hint=_("Whoever has a role somewhere may book."),
        new_url=reverse("labs:suspend"),
        new=_("Suspend a person"),
    )  # fmt: skip


def preferential_accesses() -> RecordsPage:
    columns = [
        text_column(_("Organisation")), text_column(_("Machine, room or accessory")),
        number_column(_("Share of the investment")), text_column(pgettext("labs", "From")),
        text_column(_("Last day")), text_column(pgettext("labs", "State")),
    ]  # fmt: skip
    rows: list[Row] = [
        {
            "cells": [
                {"text": str(one.organisation), "url": reverse("labs:change_preferential", kwargs={"preferential_access": one.pk}), "note": one.conditions},
                str(one.resource), f"{decimal(float(one.share), 1 if one.share % 1 else 0)} %",
                day(one.valid_from), _until(one), _state(one),
            ]
        }
        for one in PreferentialAccess.objects.select_related("organisation", "resource")
    ]  # fmt: skip
    return RecordsPage(
        lede=_("Whoever paid at least 10 % of an infrastructure may use it first. What is recorded here is public."),
        table=Table(_("Preferential access"), columns, rows),
        none=_("Nobody has preferential access"),
        hint=_("Everybody books under the same conditions."),
        new_url=reverse("labs:add_preferential"),
        new=_("Record preferential access"),
    )  # fmt: skip


def holding_rows(plan: AccessPlan) -> list[Line]:
    """Those of today and those to come."""
    found = PlanHolding.objects.filter(plan=plan).exclude(valid_until__lt=today())
    return [
        {
            "text": str(one.person or one.organisation),
            "note": _("from {first} to {last}").format(first=day(one.valid_from), last=day(one.valid_until))
            if one.valid_until
            else _("since {day}").format(day=day(one.valid_from)),
            "remove": reverse("labs:end_holding", kwargs={"holding": one.pk}),
        }
        for one in found.select_related("person", "organisation")
    ]  # fmt: skip


def reserved_rows(plan: AccessPlan) -> list[Line]:
    return [
        {
            "text": f"{one.resource}: {hours_in_words(one.hours)}",
            "remove": reverse("labs:free_hours", kwargs={"reserved": one.pk}),
        }
        for one in ReservedTime.objects.filter(plan=plan).select_related("resource")
    ]


def closure_rows() -> list[Line]:
    """Of all laboratories together."""
    return [
        {
            "text": f"{one.get_kind_display()}: {one.reason}",
            "note": f"{between(one.starts, one.ends)}{', ' + _('every year') if one.yearly else ''}",
            "remove": reverse("labs:remove_closure", kwargs={"closure": one.pk}),
        }
        for one in CalendarException.objects.filter(laboratory=None, resource=None)
    ]


def quota_name(one: TimeQuota) -> str:
    return f"{one.type or one.resource}: {_most(one)}"


def preferential_name(one: PreferentialAccess) -> str:
    return f"{one.organisation}: {one.resource}"


def _quota_of(one: TimeQuota) -> dict[str, str]:
    url = reverse("labs:change_quota", kwargs={"time_quota": one.pk})
    note = _("all of the category together") if one.type else ""
    return {"text": str(one.type or one.resource), "url": url, "note": note}


def _most(one: TimeQuota) -> str:
    text = pgettext("quota", "{length} a {period}")
    return text.format(length=length(one.minutes), period=one.get_period_display())


def _counted(one: TimeQuota) -> str:
    if one.counted_from is None or one.counted_to is None:
        return pgettext("hours", "all")
    return f"{one.counted_from:%H:%M}–{one.counted_to:%H:%M}"


def _until(one: Period) -> str:
    return day(one.valid_until) if one.valid_until else _("no end")


def _state(one: Period) -> Badge:
    if one.holds:
        return badge("good", _("in force"))
    return badge("waiting", _("to come")) if one.valid_from > today() else badge("neutral", _("over"))  # fmt: skip


def _end(one: Any) -> dict[str, str] | str:
    if one.valid_until and one.valid_until < today():
        return ""
    url = reverse("labs:end_suspension", kwargs={"suspension": one.pk})
    return {"text": pgettext("suspension", "End"), "url": url}
