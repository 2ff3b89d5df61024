"""Rows of persons: found by fiscal code or e-mail, else new; with an organisation, they become a contact there."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.people.domain.imports.columns import PERSON, plain
from fucina.centre.people.domain.imports.plan import (
    Planned,
    add_problems,
    differing,
    field_faults,
    set_values,
    settle,
    values,
)
from fucina.centre.people.domain.record_person import put_in_order
from fucina.centre.people.models import Contact, Organisation, Person

FIELDS = tuple(column.key for column in PERSON if not column.part)
AT_WORK = {"email": "work_email", "phone": "work_phone"}
"""A contact's fields whose columns are called otherwise."""


class Known:
    """The persons and organisations recorded, by what finds them, and the rows of the file so far."""

    def __init__(self) -> None:
        self.by_email: dict[str, Person] = {}
        self.by_code: dict[str, Person] = {}
        self.lines: dict[tuple[str, str], int] = {}
        for one in Person.objects.standing():
            if one.email:
                self.by_email[one.email] = one
            if one.fiscal_code:
                self.by_code[one.fiscal_code] = one
        self.organisations: dict[str, dict[int, Organisation]] = {}
        for organisation in Organisation.objects.standing():
            for name in {
                organisation.vat_number, organisation.fiscal_code, plain(organisation.name), plain(organisation.name_en),
            } - {""}:  # fmt: skip
                self.organisations.setdefault(name, {})[organisation.pk] = organisation
        today = Contact.objects.on().order_by("-valid_from", "-id")
        self.contacts = {(one.person_id, one.organisation_id): one for one in today}


def plan(rows: Sequence[Planned], *, codes: bool) -> None:
    """``codes``: whether who imports may read fiscal codes, and so find persons by them."""
    known = Known()
    for row in rows:
        _plan(row, known, codes=codes)


def _plan(row: Planned, known: Known, *, codes: bool) -> None:
    given = values(row, PERSON, "")
    if "fiscal_code" in given and not codes:
        row.fault("fiscal_code", _("You may not read or write fiscal codes: leave the column out."))
        settle(row, new=False)
        return
    asked = Person()
    set_values(asked, given)
    add_problems(row, put_in_order(asked))
    found = None if row.faults else _find(row, asked, known)
    if row.faults:
        settle(row, new=False)
        return
    record = found or asked
    if found is not None:
        in_order = {name: getattr(asked, name) for name in given}
        row.record_fields = differing(row, record, set_values(record, in_order))
    elif not record.given_name:
        row.fault("given_name", _("A new person needs a first name."))
    row.record = record
    field_faults(row, record, [name for name in FIELDS if name in given])
    _check_rivals(row, record, known)
    _plan_contact(row, record, known)
    settle(row, new=found is None)


def _find(row: Planned, asked: Person, known: Known) -> Person | None:
    by_code, by_email = known.by_code.get(asked.fiscal_code), known.by_email.get(asked.email)
    if by_code and by_email and by_code.pk != by_email.pk:
        row.fault("email", _("The fiscal code and the e-mail are those of two persons: {one} and {other}.").format(one=by_code, other=by_email))  # fmt: skip
    if by_email and not by_code and asked.fiscal_code and by_email.fiscal_code:
        row.fault("fiscal_code", _("{name} has this e-mail and another fiscal code.").format(name=by_email))  # fmt: skip
    return by_code or by_email


def _check_rivals(row: Planned, record: Person, known: Known) -> None:
    marks = [(name, getattr(record, name)) for name in ("email", "fiscal_code") if getattr(record, name)]  # fmt: skip
    if record.pk:
        marks.append(("record", str(record.pk)))
    if not marks:
        marks = [("given_name", f"{record}|{row.told.get('organisation', '')}".casefold())]
    for mark in marks:
        if (line := known.lines.get(mark)) is not None:
            column = mark[0] if mark[0] in row.told else "given_name"
            row.fault(column, _("The same person is on line {line} already.").format(line=line))
            return
    known.lines |= dict.fromkeys(marks, row.line)


def _plan_contact(row: Planned, record: Person, known: Known) -> None:
    given = values(row, PERSON, "contact")
    if not given:
        return
    organisation = _organisation(row, str(given.pop("organisation", "")), known)
    if organisation is None:
        return
    fields: dict[str, Any] = {
        "position": given.get("position", ""),
        "email": str(given.get("work_email", "")).lower(),
        "phone": given.get("work_phone", ""),
    }
    told = {name: value for name, value in fields.items() if value}
    held = known.contacts.get((record.pk, organisation.pk)) if record.pk else None
    contact = held or Contact(organisation=organisation)
    before = set_values(contact, told)
    field_faults(row, contact, list(told), AT_WORK)
    changed = differing(row, contact, before, AT_WORK)
    if held is None:
        row.changes.append({"column": "organisation", "before": "", "after": str(organisation)})
    if changed or held is None:
        row.part, row.part_fields = contact, changed or ["organisation"]


def _organisation(row: Planned, text: str, known: Known) -> Organisation | None:
    if not text:
        row.fault("organisation", _("Say at which organisation: its VAT number, fiscal code or name."))  # fmt: skip
        return None
    number = "".join(text.split()).upper().removeprefix("IT")
    found = known.organisations.get(number) or known.organisations.get(plain(text)) or {}
    if not found:
        row.fault("organisation", _("No organisation has this number or name: import it first, or mend it."))  # fmt: skip
        return None
    if len(found) > 1:
        row.fault("organisation", _("{number} organisations have this name: give the VAT number.").format(number=len(found)))  # fmt: skip
        return None
    return next(iter(found.values()))
