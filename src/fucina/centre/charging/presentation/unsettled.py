"""Uses that took place and could not be charged."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import visible_unsettled
from fucina.centre.charging.models import Unsettled
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.charges import reference
from fucina.centre.governance.presentation.table import number_column, text_column
from fucina.ui.listing import Listing

SORTS = {"since": ["since"], "amount": ["commitment__total"]}


def unsettled_listing(user: Any, query: QueryDict) -> Listing[Any]:
    found = visible_unsettled(user).select_related(
        "commitment__project__organisation", "commitment__person"
    )
    return Listing.of(query, found, sorts=SORTS, default="since")


def columns() -> list[dict[str, str]]:
    return [
        text_column(pgettext("charging", "Charge")),
        text_column(_("Organisation")),
        text_column(_("Used by")),
        number_column(_("Amount set aside"), "amount"),
        text_column(pgettext("charging", "Since"), "since"),
        text_column(_("Why it was not charged")),
        text_column(_("To do")),
        text_column(_("Or else")),
    ]


def rows(found: Iterable[Unsettled]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                f"{reference(one.commitment)}, {one.commitment.project}",
                str(one.commitment.project.organisation),
                str(one.commitment.person or "–"),
                words.euro(one.commitment.total),
                words.moment(one.since),
                why(one),
                _action(one, "charge_unsettled", _("Charge the use")),
                _action(one, "release_unsettled", _("Charge nothing")),
            ]
        }
        for one in found
    ]


def about(one: Unsettled) -> str:
    held = one.commitment
    return f"{reference(held)}, {held.project}, {words.euro(held.total)}: {why(one)}"


def why(one: Unsettled) -> str:
    """What is missing now is said when it is charged."""
    if one.why == "no_rate":
        return _("A price was missing")
    if one.why == "not_allowed":
        return _("Who booked may not charge the project any more")
    return _("It could not be charged")


def _action(one: Unsettled, name: str, text: str) -> dict[str, str]:
    return {"text": text, "url": reverse(f"charging:{name}", kwargs={"unsettled": one.pk})}
