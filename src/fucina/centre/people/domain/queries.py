"""What is read of organisations and people; each answer holds only what the person asking may see."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.people.domain.duplicates import open_duplicates
from fucina.centre.people.domain.imports.queries import waiting_batches
from fucina.centre.people.domain.ownership_tree import ownership_tree
from fucina.centre.people.domain.search import search_organisations, search_persons, sees_all
from fucina.centre.people.domain.visibility import (
    contact_for,
    details_visible,
    organisation_for,
    ownership_for,
    person_for,
    site_for,
    size_figure_for,
    visible_organisations,
    visible_persons,
)

__all__ = [
    "Waiting",
    "contact_for",
    "details_visible",
    "organisation_for",
    "ownership_for",
    "ownership_tree",
    "person_for",
    "search_organisations",
    "search_persons",
    "sees_all",
    "site_for",
    "size_figure_for",
    "visible_organisations",
    "visible_persons",
    "waiting_for",
]


@dataclass(frozen=True)
class Waiting:
    """Something for a person to do."""

    title: str
    url: str
    when: dt.date | None = None


def waiting_for(user: Any) -> list[Waiting]:
    """Uploads to be confirmed, and pairs of records to be looked at."""
    found = [
        Waiting(_("Import to be confirmed: {file}").format(file=batch), batch.get_absolute_url())
        for batch in waiting_batches(user)[:5]
    ]
    if pairs := open_duplicates(user).count():
        text = ngettext(
            "{number} possible duplicate to look at",
            "{number} possible duplicates to look at",
            pairs,
        )
        found.append(Waiting(text.format(number=pairs), reverse("people:duplicates")))
    return found
