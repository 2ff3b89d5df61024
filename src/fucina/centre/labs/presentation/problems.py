"""Reported problems, as those who look after the machines see them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, text_column
from fucina.centre.labs.domain.queries import visible_problems
from fucina.centre.labs.forms.desk import ProblemFilter
from fucina.centre.labs.models import ProblemReport
from fucina.centre.labs.presentation.states import badge, severity
from fucina.centre.labs.presentation.written import moment
from fucina.ui.listing import Listing

SORTS = {"when": ["reported"], "resource": ["resource__name"], "severity": ["severity"]}


def problems_listing(user: Any, query: Any, form: ProblemFilter) -> Listing[ProblemReport]:
    found = visible_problems(user).select_related("resource", "reported_by__person")
    match form.wanted("state"):
        case "solved":
            found = found.exclude(solved=None)
        case "all":
            pass
        case _:
            found = found.filter(solved=None)
    if wanted := form.wanted("severity"):
        found = found.filter(severity=wanted)
    return Listing.of(query, found, sorts=SORTS, default="-when")


def columns() -> list[dict[str, str]]:
    return [
        text_column(_("Problem")),
        text_column(_("Machine"), "resource"),
        text_column(_("Severity"), "severity"),
        text_column(_("Reported"), "when"),
        text_column(pgettext("labs", "State")),
    ]


def rows(found: Any) -> list[Row]:
    return [
        {
            "cells": [
                {"text": str(one), "url": reverse("labs:problem", kwargs={"problem": one.pk})},
                {"text": str(one.resource), "url": one.resource.get_absolute_url()},
                severity(one),
                {"text": moment(one.reported), "note": _by(one)},
                solved_state(one),
            ]
        }
        for one in found
    ]


def solved_state(one: ProblemReport) -> dict[str, str]:
    if one.solved:
        return badge("good", pgettext("problem", "solved"))
    return badge("waiting", _("open"))


def problem_facts(one: ProblemReport) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"term": pgettext("labs", "State"), **solved_state(one)},
        {"term": _("Severity"), **severity(one)},
        {"term": _("Machine"), "text": str(one.resource), "url": one.resource.get_absolute_url()},
        {"term": _("Reported"), "text": moment(one.reported), "note": _by(one)},
    ]
    if one.solved:
        found.append({"term": _("Solved"), "text": moment(one.solved), "note": one.solution})
    return found


def _by(one: ProblemReport) -> str:
    return str(getattr(one.reported_by, "person", "") or "")
