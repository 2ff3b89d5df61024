from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.people.models import Site


def site_rows(sites: Iterable[Site], *, change: bool) -> list[dict[str, Any]]:
    return [
        {
            "name": site.name or (_("Registered office") if site.main else site.municipality),
            "main": site.main,
            "address": ", ".join(part for part in (site.address, _town(site)) if part),
            "edit": reverse("people:edit_site", kwargs={"site": site.pk}) if change else "",
            "remove": reverse("people:remove_site", kwargs={"site": site.pk}) if change else "",
        }
        for site in sites
    ]


def site_points(sites: Iterable[Site]) -> list[dict[str, Any]]:
    return [
        {"lat": site.latitude, "lon": site.longitude, "label": str(site), "note": _town(site)}
        for site in sites
        if site.latitude is not None
    ]


def _town(site: Site) -> str:
    town = " ".join(part for part in (site.postcode, site.municipality) if part)
    abroad = f", {site.country}" if site.country != "IT" else ""
    return f"{town} ({site.province}){abroad}" if site.province else f"{town}{abroad}"
