"""What there is of everything that a laboratory needs, in the order in which it is needed."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.charging.models import PriceList
from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.labs import models
from fucina.centre.labs.domain.queries.suspensions import visible_suspensions
from fucina.centre.labs.presentation.states import badge


@dataclass(frozen=True)
class Step:
    name: str
    about: str
    count: int
    url: str
    add: str = ""
    needed: bool = False


@dataclass(frozen=True)
class SetupPage:
    """``next`` is the first thing that is needed and missing, if there is one."""

    steps: Table
    more: Table
    next: Step | None


def setup_page(user: Any) -> SetupPage:
    steps = _steps(user)
    missing = [step for step in steps if step.needed and not step.count]
    return SetupPage(
        steps=_table(_("In this order"), steps),
        more=_table(_("Where you need them"), _more(user)),
        next=missing[0] if missing else None,
    )


def _steps(user: Any) -> list[Step]:
    prices = "price_lists" if user.has_perm("charging.view_price_lists") else "prices"
    count = _count
    return [
        Step(_("Buildings"), _("Where the laboratories are."), count(models.Building), _at("buildings"), _at("add_building"), needed=True),
        Step(_("Rules of booking"), _("Lengths, limits, approval: of a laboratory or of one machine."), count(models.Policy), _at("policies"), _at("record_policy")),
        Step(_("Laboratories"), _("Who runs them, when they are open."), count(models.Laboratory), _at("catalogue"), _at("record_laboratory"), needed=True),
        Step(_("Categories of machines"), _("Every machine is of one."), count(models.MachineType), _at("categories"), _at("add_category"), needed=True),
        Step(_("Rooms, machines, experts, accessories"), _("Added from the page of their laboratory."), count(models.Resource), _at("manage"), needed=True),
        Step(_("Abilities"), _("The words in which machines say what they can do."), count(models.Capability), _at("abilities"), _at("add_ability"), needed=True),
        Step(_("Kinds of qualification"), _("What one must have learnt."), count(models.Qualification), _at("qualifications"), _at("add_qualification"), needed=True),
        Step(_("Qualifications asked for"), _("By a laboratory or by one machine."), count(models.Requirement), _at("requirements"), _at("requirements")),
        Step(_("Price lists"), _("What an hour costs; without one nothing is charged."), count(PriceList), reverse(f"charging:{prices}"), needed=True),
    ]  # fmt: skip


def _more(user: Any) -> list[Step]:
    closures = models.CalendarException.objects.filter(laboratory=None, resource=None)
    suspended = visible_suspensions(user).on()
    access = models.PreferentialAccess.objects.on()
    return [
        Step(_("Consumables"), _("Powder, gas, gloves: what is used up."), _count(models.Consumable), _at("consumables"), _at("add_consumable")),
        Step(_("Quotas of time"), _("How long one person books in a day, a week, a month or a year."), _count(models.TimeQuota), _at("quotas"), _at("add_quota")),
        Step(_("Access plans"), _("Hours reserved for those who have a plan."), _count(models.AccessPlan), _at("access_plans"), _at("add_access_plan")),
        Step(_("Preferential access"), _("Of those who paid part of a machine."), access.count(), _at("preferential_accesses"), _at("add_preferential")),
        Step(_("Suspensions"), _("Who may not book, for a time and a reason."), suspended.count(), _at("suspensions"), _at("suspend")),
        Step(_("Closures of all laboratories"), _("Holidays of the centre, closures for safety."), closures.count(), _at("closures"), _at("closures")),
    ]  # fmt: skip


def _table(caption: str, steps: list[Step]) -> Table:
    columns = [text_column(_("What")), number_column(_("How many")), text_column(_("To do"))]
    return Table(caption, columns, [_row(step) for step in steps])


def _row(step: Step) -> Row:
    add = {"text": _("Add"), "url": step.add} if step.add else {"text": ""}
    if step.needed and not step.count:
        add = badge("waiting", _("missing")) | add
    return {"cells": [{"text": step.name, "url": step.url, "note": step.about}, str(step.count), add]}  # fmt: skip


def _count(model: Any) -> int:
    found: int = model.objects.count()
    return found


def _at(name: str) -> str:
    return reverse(f"labs:{name}")
