from typing import Any

from django.core.exceptions import PermissionDenied

from fucina.centre.people.domain.find_duplicates import look_for_duplicates_of
from fucina.centre.people.domain.guarded import assign, guarded, model_problems
from fucina.centre.people.models import Organisation, Site
from fucina.centre.refusal import refuse_any

FIELDS = frozenset({
    "name", "address", "postcode", "municipality", "province", "country", "latitude", "longitude", "main",
})  # fmt: skip


def add_site(organisation: Organisation, *, by: Any, **fields: Any) -> Site:
    """A place where it is. Where it is said to be the registered office, the one before is so no longer."""
    if not by.has_perm("people.change_organisation", organisation):
        raise PermissionDenied
    return _write(Site(organisation=organisation), fields)


def correct_site(site: Site, *, by: Any, **fields: Any) -> Site:
    if not by.has_perm("people.change_part", site):
        raise PermissionDenied
    return _write(site, fields)


def remove_site(site: Site, *, by: Any) -> None:
    if not by.has_perm("people.change_part", site):
        raise PermissionDenied
    site.delete()


def _write(site: Site, fields: dict[str, Any]) -> Site:
    assign(site, fields, FIELDS)
    site.municipality = " ".join(site.municipality.split())
    site.province = site.province.strip().upper()
    site.country = site.country.strip().upper()
    with guarded(Site):
        Organisation.objects.select_for_update().get(pk=site.organisation_id)
        if site.main:
            others = Site.objects.filter(organisation=site.organisation_id, main=True)
            others.exclude(pk=site.pk).update(main=False)
        refuse_any(model_problems(site))
        site.save()
        look_for_duplicates_of(site.organisation)
    return site
