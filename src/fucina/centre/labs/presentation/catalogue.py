"""The laboratories, and what in them answers a search."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.governance.presentation.table import Row, Table, text_column
from fucina.centre.labs.domain.queries import Found, find_resources, visible_laboratories
from fucina.centre.labs.enums import ResourceKind, ResourceStatus
from fucina.centre.labs.forms.search import SearchForm
from fucina.centre.labs.models import Resource
from fucina.centre.labs.presentation.states import resource_state

SHOWN = 30


@dataclass(frozen=True)
class CataloguePage:
    laboratories: list[dict[str, str]]
    page: Page[Found]
    table: Table
    asked: bool


def catalogue(user: Any, form: SearchForm, number: str | None) -> CataloguePage:
    page = Paginator(_answers(user, form), SHOWN).get_page(number)
    laboratories = [] if form.asked else _laboratories(user)
    return CataloguePage(laboratories, page, results([*page.object_list]), form.asked)


def results(found: list[Found], *, where: bool = True) -> Table:
    """``where``: in which laboratory, unless the page says it."""
    columns = [
        text_column(_("Name")),
        text_column(pgettext("labs", "Kind")),
        *([text_column(_("Laboratory"))] if where else []),
        text_column(_("What it can do")),
        text_column(pgettext("labs", "State")),
    ]
    rows = [_row(one, where=where) for one in found]
    return Table(_("Machines, rooms, experts and accessories"), columns, rows)


def _answers(user: Any, form: SearchForm) -> list[Found]:
    laboratory = form.wanted("laboratory")
    found = find_resources(
        user,
        form.wanted("q") or "",
        kind=form.wanted("kind") or "",
        laboratory=int(laboratory) if laboratory else None,
    )
    if process := form.wanted("process"):
        found = [one for one in found if _has(one.resource, int(process))]
    if form.wanted("works"):
        found = [one for one in found if one.resource.operational]
    return found


def _has(resource: Resource, capability: int) -> bool:
    return any(value.capability_id == capability for value in resource.capabilities.all())


def _row(found: Found, *, where: bool) -> Row:
    one = found.resource
    machine = getattr(one, "machine", None)
    note = " ".join(filter(None, (machine.maker, machine.model))) if machine else ""
    return {
        "cells": [
            {"text": str(one), "url": one.get_absolute_url(), "note": note},
            str(machine.type) if machine else str(one.get_kind_display()),
            *([str(one.laboratory)] if where else []),
            ", ".join(found.matched) or _abilities(one),
            resource_state(one),
        ]
    }


def _abilities(resource: Resource) -> str:
    names = dict.fromkeys(str(value.capability) for value in resource.capabilities.all())
    return ", ".join([*names][:4])


def _laboratories(user: Any) -> list[dict[str, str]]:
    counted = Q(resources__listed=True) & ~Q(resources__status=ResourceStatus.RETIRED)
    several = (
        visible_laboratories(user)
        .select_related("building__site", "organisation")
        .annotate(machines=Count("resources", filter=counted & Q(resources__kind=ResourceKind.MACHINE)))
    )  # fmt: skip
    found = [
        {
            "title": str(one),
            "url": reverse("labs:laboratory", kwargs={"laboratory": one.pk}),
            "text": one.said_about,
            "where": _where(one),
            "machines": ngettext("{number} machine", "{number} machines", one.machines).format(
                number=one.machines
            ),
        }
        for one in several
    ]
    return sorted(found, key=lambda one: one["title"])  # in the reader’s language


def _where(laboratory: Any) -> str:
    parts = [str(laboratory.organisation)]
    if laboratory.building:
        parts += [str(laboratory.building), laboratory.building.site.municipality]
    return ", ".join(filter(None, parts))
