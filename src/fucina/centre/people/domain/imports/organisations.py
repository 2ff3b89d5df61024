"""Rows of organisations: found by VAT number, fiscal code or e-mail, else new."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.people.domain.imports.columns import ORGANISATION
from fucina.centre.people.domain.imports.plan import (
    Planned,
    add_problems,
    differing,
    field_faults,
    set_values,
    settle,
    values,
)
from fucina.centre.people.domain.record_organisation import put_in_order
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation, Site

FIELDS = tuple(column.key for column in ORGANISATION if not column.part)
SITE_FIELDS = tuple(column.key for column in ORGANISATION if column.part == "site")
ELEVEN = 11


class Known:
    """The organisations recorded, by what finds them, and the rows of the file so far."""

    def __init__(self) -> None:
        self.by_vat: dict[str, Organisation] = {}
        self.by_code: dict[tuple[str, str], Organisation] = {}
        self.by_email: dict[str, list[Organisation]] = {}
        self.lines: dict[tuple[str, str], int] = {}
        for one in Organisation.objects.standing():
            if one.vat_number:
                self.by_vat[one.vat_number] = one
            if one.fiscal_code:
                self.by_code[(one.country, one.fiscal_code)] = one
            for address in {one.email, one.certified_email} - {""}:
                self.by_email.setdefault(address, []).append(one)
        main = Site.objects.filter(main=True, organisation__merged_into=None)
        self.sites = {site.organisation_id: site for site in main}

    def find(self, row: Planned, asked: Organisation) -> Organisation | None:
        """The one that the row means, none if it is new; a fault where it could mean several."""
        by_number = [
            self.by_vat.get(asked.vat_number),
            self.by_code.get((asked.country, asked.fiscal_code)),
        ]
        found = {one.pk: one for one in by_number if one is not None}
        if len(found) > 1:
            names = ", ".join(map(str, found.values()))
            row.fault("vat_number", _("The VAT number and the fiscal code are those of two organisations: {names}.").format(names=names))  # fmt: skip
            return None
        if found:
            return next(iter(found.values()))
        return self._by_address(row, asked)

    def _by_address(self, row: Planned, asked: Organisation) -> Organisation | None:
        for name, address in (("email", asked.email), ("certified_email", asked.certified_email)):
            held = self.by_email.get(address, []) if address else []
            fitting = [one for one in held if _may_be(one, asked)]
            if len(fitting) > 1:
                row.fault(name, _("{number} organisations have this address: give the VAT number.").format(number=len(fitting)))  # fmt: skip
                return None
            if fitting:
                return fitting[0]
        return None


def plan(rows: Sequence[Planned]) -> None:
    known = Known()
    for row in rows:
        _plan(row, known)


def _plan(row: Planned, known: Known) -> None:
    given = values(row, ORGANISATION, "")
    _with_lost_zeros(given)
    asked = Organisation(kind=OrganisationKind.COMPANY)
    set_values(asked, given)
    problems = put_in_order(asked)
    add_problems(row, problems)
    if row.faults:
        settle(row, new=False)
        return
    found = known.find(row, asked)
    record = found or asked
    if found is not None:
        in_order = {name: getattr(asked, name) for name in given}
        row.record_fields = differing(row, record, set_values(record, in_order))
        add_problems(row, put_in_order(record) if "country" in row.record_fields else [])
    elif not record.name:
        row.fault("name", _("A new organisation needs a name."))
    row.record = record
    field_faults(row, record, [name for name in FIELDS if name in given])
    if record.kind == OrganisationKind.CENTRE and (found is None or "kind" in row.record_fields):
        row.fault("kind", _("There is one centre, and it is not imported."))
    _check_rivals(row, record, known, new=found is None)
    _plan_site(row, record, known)
    settle(row, new=found is None)


def _check_rivals(row: Planned, record: Organisation, known: Known, *, new: bool) -> None:
    """Numbers that another organisation has, or another row of the file."""
    by_number = {
        "vat_number": known.by_vat.get(record.vat_number),
        "fiscal_code": known.by_code.get((record.country, record.fiscal_code)),
    }
    for name, other in by_number.items():
        if getattr(record, name) and other is not None and other.pk != record.pk:
            row.fault(name, _("“{name}” has it already.").format(name=other))
    marks = [(name, getattr(record, name)) for name in by_number if getattr(record, name)]
    marks += [] if new else [("record", str(record.pk))]
    if new and not marks:
        marks = [("name", f"{record.name}|{row.told.get('municipality', '')}".casefold())]
    for mark in marks:
        if (line := known.lines.get(mark)) is not None:
            column = mark[0] if mark[0] in row.told else "name"
            row.fault(column, _("The same organisation is on line {line} already.").format(line=line))  # fmt: skip
            return
    known.lines |= dict.fromkeys(marks, row.line)


def _plan_site(row: Planned, record: Organisation, known: Known) -> None:
    """The registered office: made where there is none, corrected where there is."""
    given = values(row, ORGANISATION, "site")
    if not given:
        return
    held = known.sites.get(record.pk) if record.pk else None
    site = held or Site(main=True)
    if "province" in given:
        given["province"] = given["province"].upper()
    before = set_values(site, given)
    if held is None and not site.municipality:
        row.fault("municipality", _("A site needs a municipality."))
        return
    if (site.latitude is None) != (site.longitude is None):
        row.fault("latitude", _("Give both latitude and longitude, or neither."))
    if site.latitude is not None and abs(site.latitude) > 90:
        row.fault("latitude", _("Allowed: degrees from −90 to 90."))
    field_faults(row, site, [name for name in SITE_FIELDS if name in given])
    changed = differing(row, site, before)
    if changed or held is None:
        row.part, row.part_fields = site, changed


def _with_lost_zeros(given: dict[str, Any]) -> None:
    """A spreadsheet that takes a number for a quantity drops the zeros in front."""
    if str(given.get("country", "IT")).strip().upper() != "IT":
        return
    for name in ("vat_number", "fiscal_code"):
        text = str(given.get(name, ""))
        if text.isdigit() and ELEVEN - 4 <= len(text) < ELEVEN:
            given[name] = text.zfill(ELEVEN)


def _may_be(one: Organisation, asked: Organisation) -> bool:
    """Not where both have a number, and not the same."""
    numbers: Mapping[str, tuple[str, str]] = {
        "vat": (one.vat_number, asked.vat_number),
        "code": (one.fiscal_code, asked.fiscal_code),
    }
    return all(not (a and b and a != b) for a, b in numbers.values())
