"""The directory of organisations: a list, and where they are."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from fucina.centre.people import ateco
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation, Site
from fucina.ui.listing import Listing

SORTS = {
    "best": ["-rank", "name"],
    "name": ["name"],
    "kind": ["kind", "name"],
    "ateco": ["ateco", "name"],
    "updated": ["-updated"],
}
ON_THE_MAP = 1000


def listing(query: QueryDict, found: QuerySet[Organisation]) -> Listing[Organisation]:
    """The best first where words were given, else by name."""
    default = "best" if query.get("words", "").strip() else "name"
    with_sites = found.prefetch_related(Prefetch("sites", Site.objects.order_by("-main", "id")))
    return Listing.of(query, with_sites, sorts=SORTS, default=default)


def columns(*, numbers: bool) -> list[dict[str, str]]:
    shown = [
        {"label": _("Name"), "sort": "name"},
        {"label": _("Kind"), "sort": "kind"},
        {"label": _("Municipality")},
        {"label": _("Activity (ATECO)"), "sort": "ateco"},
    ]
    return [*shown, {"label": _("VAT number")}] if numbers else shown


def rows(organisations: Iterable[Organisation], *, numbers: bool) -> list[dict[str, Any]]:
    """With VAT numbers for those who see them of all."""
    return [_row(organisation, numbers=numbers) for organisation in organisations]


def _row(organisation: Organisation, *, numbers: bool) -> dict[str, Any]:
    sites = list(organisation.sites.all())
    activity = ateco.activity(organisation.ateco) if organisation.ateco else None
    name: dict[str, Any] = {"text": str(organisation), "url": organisation.get_absolute_url()}
    if organisation.startup:
        name |= {"badge": "good", "badge_text": _("start-up")}
    return {
        "cells": [
            name,
            organisation.get_kind_display(),
            _place(sites[0]) if sites else "",
            {"text": organisation.ateco, "note": activity.title if activity else ""},
            *([organisation.vat_number] if numbers else []),
        ],
        "value": organisation.pk,
        "label": str(organisation),
    }


def points(found: QuerySet[Organisation]) -> list[dict[str, Any]]:
    """The main sites of those found, as far as their place is known."""
    sites = (
        Site.objects.filter(organisation__in=found.order_by().values("pk"), latitude__isnull=False)
        .select_related("organisation")
        .order_by("organisation_id", "-main", "id")
        .distinct("organisation_id")[:ON_THE_MAP]
    )
    return [
        {
            "lat": site.latitude,
            "lon": site.longitude,
            "label": str(site.organisation),
            "note": _place(site),
            "url": site.organisation.get_absolute_url(),
            "kind": site.organisation.kind,
        }
        for site in sites
    ]


def kinds(shown: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The legend: kinds that are on the map, companies first."""
    present = {point["kind"] for point in shown}
    order = [
        OrganisationKind.COMPANY,
        *(k for k in OrganisationKind if k != OrganisationKind.COMPANY),
    ]
    return {kind: str(kind.label) for kind in order if kind in present}


def _place(site: Site) -> str:
    return f"{site.municipality} ({site.province})" if site.province else site.municipality
