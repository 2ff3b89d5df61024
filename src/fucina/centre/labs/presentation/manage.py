"""What there is, listed or not, and its rules."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, text_column
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.domain.queries.find import told_of
from fucina.centre.labs.enums import ResourceKind
from fucina.centre.labs.forms.manage import ManageFilter
from fucina.centre.labs.models import (
    CalendarException,
    Laboratory,
    Policy,
    Resource,
    ResourceDocument,
    Steward,
)
from fucina.centre.labs.presentation.rules import rules_in_words
from fucina.centre.labs.presentation.states import resource_state
from fucina.centre.labs.presentation.written import between, day
from fucina.ui.listing import Listing

SORTS = {
    "name": ["name"],
    "laboratory": ["laboratory__name", "name"],
    "kind": ["kind", "name"],
    "state": ["status", "name"],
}


def resources_listing(user: Any, query: Any, form: ManageFilter) -> Listing[Resource]:
    found = visible_resources(user).select_related("laboratory", "policy", "owner", "inside")
    for name in ("laboratory", "kind", "status"):
        if wanted := form.wanted(name):
            found = found.filter(**{name: wanted})
    if words := form.wanted("q"):
        found = found.filter(name__icontains=words)
    return Listing.of(query, found, sorts=SORTS, default="name")


def columns() -> list[dict[str, str]]:
    return [
        text_column(_("Name"), "name"),
        text_column(pgettext("labs", "Kind"), "kind"),
        text_column(_("Laboratory"), "laboratory"),
        text_column(_("Rules of booking")),
        text_column(pgettext("labs", "State"), "state"),
    ]


def rows(found: Any) -> list[Row]:
    return [
        {
            "cells": [
                {"text": str(one), "url": one.get_absolute_url(), "note": "" if one.listed else _("not shown")},
                str(one.get_kind_display()),
                str(one.laboratory),
                str(one.policy or _("those of the laboratory")),
                resource_state(one),
            ]
        }
        for one in found
    ]  # fmt: skip


def kinds() -> list[dict[str, str]]:
    """What a laboratory can be given, each with what it is for."""
    said = {
        ResourceKind.ROOM: _(
            "With places; machines stand in it. It can be booked whole or by the place."
        ),
        ResourceKind.MACHINE: _("With its maker, its technical data and what it can do."),
        ResourceKind.EXPERT: _("A person who is booked together with a machine, or alone."),
        ResourceKind.ACCESSORY: _("In pieces, and for the machines that it fits."),
    }
    return [
        {"title": capfirst(str(kind.label)), "url": f"?kind={kind.value}", "text": text}
        for kind, text in said.items()
    ]  # fmt: skip


def policies() -> list[dict[str, Any]]:
    return [
        {
            "name": str(one),
            "url": reverse("labs:change_policy", kwargs={"policy": one.pk}),
            "rules": rules_in_words(one),
        }
        for one in Policy.objects.all()
    ]


def capability_rows(resource: Resource) -> list[dict[str, str]]:
    return [
        {
            "text": told_of(one),
            "remove": reverse("labs:remove_capability", kwargs={"ability": one.pk}),
        }
        for one in resource.capabilities.select_related("capability")
    ]


def attachment_rows(resource: Resource) -> list[dict[str, str]]:
    return [
        {
            "text": f"{one.title} ({one.get_kind_display()})",
            "note": "" if one.public else _("not public"),
            "remove": reverse("labs:remove_attachment", kwargs={"attachment": one.pk}),
        }
        for one in ResourceDocument.objects.filter(resource=resource)
    ]


def closure_rows(thing: Laboratory | Resource) -> list[dict[str, str]]:
    found = CalendarException.objects.filter(**_about(thing))
    return [
        {
            "text": f"{one.get_kind_display()}: {one.reason}",
            "note": f"{between(one.starts, one.ends)}{', ' + _('every year') if one.yearly else ''}",
            "remove": reverse("labs:remove_closure", kwargs={"closure": one.pk}),
        }
        for one in found
    ]


def steward_rows(thing: Laboratory | Resource) -> list[dict[str, str]]:
    found = Steward.objects.on().filter(**_about(thing)).select_related("person")
    return [
        {
            "text": str(one.person),
            "note": "; ".join(_told_of(one)),
            "remove": reverse("labs:remove_steward", kwargs={"steward": one.pk}),
        }
        for one in found
    ]


def _told_of(steward: Steward) -> Iterator[str]:
    yield _("since {day}").format(day=day(steward.valid_from))
    if steward.overrides:
        yield _("may override rules")
    if steward.grants:
        yield _("may grant qualifications")


def _about(thing: Laboratory | Resource) -> dict[str, Any]:
    return {"laboratory": thing} if isinstance(thing, Laboratory) else {"resource": thing}
