"""Who is qualified for what, until when."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, Table, text_column
from fucina.centre.governance.presentation.written import day
from fucina.centre.labs.domain.queries.visible import sees_all
from fucina.centre.labs.forms.desk import HolderFilter
from fucina.centre.labs.models import Grant
from fucina.centre.labs.presentation.states import SOON, grant_state
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.models.period import today

SHOWN = 50


def visible_grants(user: Any) -> Any:
    """All for managers; else those of qualifications that one's own machines ask for."""
    found = Grant.objects.filter(revoked_on=None, person__erased=None).select_related(
        "person", "qualification"
    )
    if sees_all(user):
        return found
    mine = stewardship(user)
    asked = found.filter(qualification__requirements__laboratory__in=mine.laboratories)
    asked |= found.filter(qualification__requirements__resource__in=mine.resources)
    return asked.distinct()


def expiring_soon(user: Any) -> int:
    limit = today() + SOON
    return sum(1 for one in visible_grants(user) if _ends_between(one, today(), limit))


def holders_page(user: Any, form: HolderFilter, number: str | None) -> Page[Grant]:
    """When a grant ends is counted, not stored: all are looked at before a page is cut."""
    found = visible_grants(user)
    if qualification := form.wanted("qualification"):
        found = found.filter(qualification=qualification)
    for word in (form.wanted("q") or "").split():
        found = found.filter(
            Q(person__given_name__icontains=word) | Q(person__family_name__icontains=word)
        )
    several = sorted(
        (one for one in found if _in_state(one, form.wanted("state"))),
        key=lambda one: (one.last_day or dt.date.max, str(one.person), one.pk),
    )
    return Paginator(several, SHOWN).get_page(number)


def holders_table(user: Any, grants: Iterable[Grant]) -> Table:
    revokes = user.has_perm("labs.grant_qualification")
    columns = [
        text_column(pgettext("labs", "Person")),
        text_column(_("Qualification")),
        text_column(_("Granted on")),
        text_column(_("Last day")),
        text_column(pgettext("labs", "State")),
        text_column(_("To do")),
    ]
    rows = [_row(one, revokes=revokes) for one in grants]
    return Table(_("Who is qualified for what"), columns, rows)


def _row(grant: Grant, *, revokes: bool) -> Row:
    levels = grant.qualification.levels > 1
    number = {"grant": grant.pk}
    return {
        "cells": [
            {"text": str(grant.person), "note": grant.source},
            {"text": str(grant.qualification), "note": _("level {level}").format(level=grant.level) if levels else ""},
            day(grant.granted_on),
            day(grant.last_day) if grant.last_day else _("no end"),
            grant_state(grant),
            {"text": _("Revoke"), "url": reverse("labs:revoke_qualification", kwargs=number)} if revokes else "",
        ]
    }  # fmt: skip


def _in_state(grant: Grant, state: str | None) -> bool:
    last = grant.last_day or dt.date.max
    match state:
        case "expired":
            return last < today()
        case "soon":
            return _ends_between(grant, today(), today() + SOON)
        case "valid":
            return last >= today()
    return True


def _ends_between(grant: Grant, first: dt.date, last: dt.date) -> bool:
    return grant.last_day is not None and first <= grant.last_day <= last
