from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.accounts.presentation.words import day
from fucina.centre.people.models import Membership

SORTS = {
    "person": ["person__family_name", "person__given_name"],
    "organisation": ["organisation__name"],
    "role": ["role"],
    "from": ["valid_from"],
    "until": ["valid_until"],
}


def columns() -> list[dict[str, Any]]:
    return [
        {"label": _("Person"), "sort": "person"},
        {"label": _("Role"), "sort": "role"},
        {"label": _("Organisation"), "sort": "organisation"},
        {"label": _("From"), "sort": "from"},
        {"label": _("Until"), "sort": "until"},
        {"label": _("Access")},
    ]


def rows(found: Iterable[Membership]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                str(one.person),
                str(one.get_role_display()),
                str(one.organisation),
                day(one.valid_from),
                day(one.valid_until),
                _end(one),
            ]
        }
        for one in found
    ]


def own_rows(found: Iterable[Membership]) -> list[list[object]]:
    return [
        [str(one.get_role_display()), str(one.organisation), day(one.valid_from), day(one.valid_until)]
        for one in found
    ]  # fmt: skip


def own_columns() -> list[str]:
    return [_("Role"), _("Organisation"), _("From"), _("Until")]


def _end(one: Membership) -> dict[str, Any]:
    if one.valid_until is not None and one.valid_until < timezone.localdate():
        return {"text": pgettext("role", "ended")}
    label = _("End it")
    if one.invites:
        label = _("End it (invites colleagues)")
    return {"text": label, "url": reverse("accounts:end_role", args=[one.pk])}
