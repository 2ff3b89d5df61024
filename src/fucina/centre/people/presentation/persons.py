"""The directory of persons."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from fucina.centre.people.models import Contact, Membership, Person
from fucina.ui.listing import Listing

SORTS = {
    "best": ["-rank", "family_name", "given_name"],
    "name": ["family_name", "given_name"],
    "updated": ["-updated"],
}


def listing(query: QueryDict, found: QuerySet[Person]) -> Listing[Person]:
    """The best first where words were given, else by surname."""
    default = "best" if query.get("words", "").strip() else "name"
    return Listing.of(query, with_places(found), sorts=SORTS, default=default)


def with_places(found: QuerySet[Person]) -> QuerySet[Person]:
    """With their roles and contacts of today."""
    held: Any = Prefetch("memberships", Membership.objects.on().select_related("organisation"))
    asked: Any = Prefetch("contacts", Contact.objects.on().select_related("organisation"))
    return found.prefetch_related(held, asked)


def columns() -> list[dict[str, str]]:
    return [
        {"label": _("Name"), "sort": "name"},
        {"label": _("Where")},
        {"label": _("As")},
        {"label": _("E-mail")},
        {"label": _("Telephone")},
    ]


def rows(persons: Iterable[Person]) -> list[dict[str, Any]]:
    return [_row(person) for person in persons]


def _row(person: Person) -> dict[str, Any]:
    memberships, contacts = list(person.memberships.all()), list(person.contacts.all())
    parts: list[Any] = [*memberships, *contacts]
    places = list(dict.fromkeys(one.organisation for one in parts))
    as_what = [*(m.get_role_display() for m in memberships), *(c.position for c in contacts)]
    email = person.email or next((c.email for c in contacts if c.email), "")
    phone = person.phone or next((c.phone for c in contacts if c.phone), "")
    name = ", ".join(part for part in (person.family_name, person.given_name) if part)
    where: dict[str, Any] = {"text": ", ".join(map(str, places))}
    if len(places) == 1:
        where["url"] = places[0].get_absolute_url()
    return {
        "cells": [
            {"text": name, "url": person.get_absolute_url()},
            where,
            ", ".join(dict.fromkeys(str(one) for one in as_what if one)),
            {"text": email, "url": f"mailto:{email}"} if email else "",
            phone,
        ],
        "value": person.pk,
        "label": str(person),
    }
