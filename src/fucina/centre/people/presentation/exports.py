"""The directories as tables for a spreadsheet; what may not be seen is not in them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.people.models import Organisation, Person
from fucina.centre.people.presentation.persons import with_places

AT_ONCE = 1000


def export_links(user: Any, name: str) -> list[dict[str, str]]:
    """For those who may take the directory along."""
    if not user.has_perm("people.export_records"):
        return []
    return [
        {"label": label, "url": reverse(name, kwargs={"ending": ending})}
        for label, ending in (("CSV", "csv"), ("Excel (XLSX)", "xlsx"))
    ]


def organisation_table(found: QuerySet[Organisation]) -> Iterator[list[str]]:
    yield [
        _("Name"), _("Name in English"), _("Kind"), _("Country"), _("VAT number"), _("Fiscal code"),
        _("ATECO code"), _("Innovative start-up"), _("Website"), _("E-mail"), _("PEC"), _("Telephone"),
        _("Address"), _("Postcode"), _("Municipality"), _("Province"), _("Latitude"), _("Longitude"),
    ]  # fmt: skip
    for one in found.prefetch_related("sites").iterator(chunk_size=AT_ONCE):
        site = next(iter(one.sites.all()), None)
        yield [
            one.name, one.name_en, str(one.get_kind_display()), one.country, one.vat_number, one.fiscal_code,
            one.ateco, _("yes") if one.startup else "", one.website, one.email, one.certified_email, one.phone,
            *(_texts(site.address, site.postcode, site.municipality, site.province, site.latitude, site.longitude) if site else [""] * 6),
        ]  # fmt: skip


def person_table(user: Any, found: QuerySet[Person]) -> Iterator[list[str]]:
    codes = user.has_perm("people.view_fiscal_code")
    head = [_("First name"), _("Surname"), _("E-mail"), _("Telephone"), _("Language"), _("Where"), _("As")]  # fmt: skip
    yield [*head, _("Fiscal code")] if codes else head
    for one in with_places(found).iterator(chunk_size=AT_ONCE):
        memberships, contacts = list(one.memberships.all()), list(one.contacts.all())
        parts: list[Any] = [*memberships, *contacts]
        where = _joined(str(part.organisation) for part in parts)
        as_what = _joined([*(str(m.get_role_display()) for m in memberships), *(c.position for c in contacts)])  # fmt: skip
        line = [one.given_name, one.family_name, one.email, one.phone, one.language, where, as_what]
        yield [*line, one.fiscal_code] if codes else line


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _texts(*values: Any) -> list[str]:
    return ["" if value is None else str(value) for value in values]
