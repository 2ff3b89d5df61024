"""Projects that use is charged to, and who pays them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import visible_projects
from fucina.centre.charging.models import Project
from fucina.centre.charging.presentation.states import open_state
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import percent, period
from fucina.ui.listing import Listing

type Item = dict[str, Any]
SORTS = {"name": ["name"], "organisation": ["organisation__name", "name"], "from": ["valid_from"]}


def projects_listing(user: Any, query: QueryDict) -> Listing[Any]:
    found = visible_projects(user).select_related("organisation")
    return Listing.of(query, found.prefetch_related("shares__account"), sorts=SORTS, default="name")


def columns() -> list[dict[str, str]]:
    return [
        text_column(pgettext("charging", "Project"), "name"),
        text_column(_("Organisation"), "organisation"),
        text_column(_("Class of users")),
        text_column(pgettext("charging", "Open"), "from"),
        text_column(_("Paid by")),
        text_column(pgettext("charging", "State")),
    ]


def rows(found: Iterable[Project]) -> list[Item]:
    return [
        {
            "cells": [
                {"text": str(one), "url": one.get_absolute_url()},
                str(one.organisation),
                str(one.get_user_class_display()),
                period(one.valid_from, one.valid_until),
                ", ".join(f"{share.account.code} {percent(share.percent)}" for share in one.shares.all()),
                open_state(one),
            ]
        }
        for one in found
    ]  # fmt: skip


@dataclass(frozen=True)
class ProjectPage:
    project: Project
    actions: list[Item]
    facts: list[Item]
    shares: Table
    charges_url: str


def project_page(user: Any, project: Project) -> ProjectPage:
    change = {
        "label": pgettext("charging", "Change"), "icon": "pencil", "kind": "secondary",
        "url": reverse("charging:change_project", kwargs={"project": project.pk}),
    }  # fmt: skip
    return ProjectPage(
        project,
        [change] if user.has_perm("charging.manage_projects") else [],
        _facts(project),
        _shares(project),
        f"{reverse('charging:charges')}?project={project.pk}",
    )


def _facts(project: Project) -> list[Item]:
    items = [str(limit.chargeable) for limit in project.limits.select_related("chargeable")]
    people = [str(one.person) for one in project.people.select_related("person")]
    return [
        {"term": _("Organisation"), "text": str(project.organisation), "url": project.organisation.get_absolute_url()},
        {"term": pgettext("charging", "State"), **open_state(project)},
        {"term": pgettext("charging", "Open"), "text": period(project.valid_from, project.valid_until)},
        {"term": _("Class of users"), "text": str(project.get_user_class_display())},
        {"term": _("May be charged for"), "text": ", ".join(items) or _("every item")},
        {"term": _("May be charged by"), "text": ", ".join(people) or _("everybody of the organisation")},
    ]  # fmt: skip


def _shares(project: Project) -> Table:
    columns = [text_column(_("Payer account")), number_column(_("Share"))]
    found = [
        {"cells": [{"text": str(share.account), "url": share.account.get_absolute_url()}, percent(share.percent)]}
        for share in project.shares.select_related("account")
    ]  # fmt: skip
    return Table(_("Who pays"), columns, list(found))
