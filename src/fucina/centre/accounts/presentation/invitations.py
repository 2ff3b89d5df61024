from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.accounts.enums import InvitationState
from fucina.centre.accounts.models import Invitation
from fucina.centre.accounts.presentation.words import day

SORTS = {"email": ["email"], "organisation": ["organisation__name"], "sent": ["created"], "expires": ["expires"]}  # fmt: skip
BADGES = {
    InvitationState.OPEN: "waiting",
    InvitationState.ACCEPTED: "good",
    InvitationState.WITHDRAWN: "neutral",
    InvitationState.EXPIRED: "bad",
}


def columns() -> list[dict[str, Any]]:
    return [
        {"label": _("E-mail address"), "sort": "email"},
        {"label": _("Organisation"), "sort": "organisation"},
        {"label": _("Role")},
        {"label": _("Sent on"), "sort": "sent"},
        {"label": _("Good until"), "sort": "expires"},
        {"label": _("State")},
    ]


def rows(found: Iterable[Invitation]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                {"text": one.email, "url": reverse("accounts:invitation", args=[one.pk])},
                str(one.organisation),
                str(one.get_role_display()),
                day(one.created.date()),
                day(one.expires.date()),
                {"text": "", "badge": BADGES[one.state], "badge_text": one.state.label},
            ]
        }
        for one in found
    ]


def facts(one: Invitation) -> list[dict[str, Any]]:
    inviter = getattr(one.invited_by, "person", None) or one.invited_by
    return [
        {"term": _("State"), "text": "", "badge": BADGES[one.state], "badge_text": one.state.label},
        {"term": _("Organisation"), "text": str(one.organisation)},
        {"term": _("Role"), "text": str(one.get_role_display())},
        {"term": _("Role until"), "text": day(one.valid_until)},
        {"term": _("May invite colleagues"), "text": _("yes") if one.invites else _("no")},
        {"term": _("Sent by"), "text": str(inviter or _("whoever runs this platform"))},
        {"term": _("Sent on"), "text": day(one.created.date())},
        {"term": _("Good until"), "text": day(one.expires.date())},
    ]


def offer_facts(one: Invitation) -> list[dict[str, Any]]:
    """What the invited person is told: what is offered, and by whom."""
    told = facts(one)
    return [told[1], told[2], *([told[3]] if one.valid_until else []), told[5]]
