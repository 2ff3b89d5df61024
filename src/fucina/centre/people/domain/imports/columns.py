"""What the columns of an import are called in either language, what they may hold, and what an example looks like."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from fucina.centre.people.domain.imports.table import Line
from fucina.centre.people.enums import OrganisationKind, RecordKind
from fucina.centre.refusal import Problem, refuse_any

type Words = str | Promise
YES = frozenset({"1", "si", "yes", "true", "vero", "x", "y", "s"})
NO = frozenset({"0", "no", "false", "falso", "n"})


class NotAllowedError(Exception):
    """Says what would be allowed."""


@dataclass(frozen=True)
class Column:
    """``read`` makes the value of a text that is not blank."""

    key: str
    label: Words
    note: Words = ""
    example: str = ""
    part: str = ""
    """Empty for the record itself; else the part of it that the value belongs to: site, contact."""
    read: Callable[[str], Any] = field(default=str)


def read_flag(text: str) -> bool:
    word = plain(text)
    if word in YES | NO:
        return word in YES
    raise NotAllowedError(_("Allowed: yes, no."))


def read_kind(text: str) -> str:
    """By its code, or by its name in either language."""
    word = plain(text)
    for kind in OrganisationKind:
        if word in {kind.value, *_in_both(kind.label)}:
            return kind.value
    raise NotAllowedError(_("Allowed: {several}.").format(several=", ".join(str(k.label) for k in OrganisationKind if k != OrganisationKind.CENTRE)))  # fmt: skip


def read_coordinate(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise NotAllowedError(_("Allowed: degrees with a point, such as 45.07049.")) from None
    if not value.is_finite() or abs(value) > 180:
        raise NotAllowedError(_("Allowed: degrees from −180 to 180."))
    return value.quantize(Decimal("0.00001"))


def read_language(text: str) -> str:
    word = plain(text)
    for code, names in (("it", {"it", "italiano", "italian"}), ("en", {"en", "inglese", "english"})):  # fmt: skip
        if word in names:
            return code
    raise NotAllowedError(_("Allowed: it, en."))


ORGANISATION = (
    Column("name", gettext_lazy("Name"), gettext_lazy("Needed for a new organisation."), "Officine Esempio S.r.l."),
    Column("name_en", gettext_lazy("Name in English")),
    Column("kind", gettext_lazy("Kind"), gettext_lazy("Company, where it is not said."), "company", read=read_kind),
    Column("country", gettext_lazy("Country"), gettext_lazy("Two letters; IT where it is not said."), "IT"),
    Column("vat_number", gettext_lazy("VAT number"), gettext_lazy("Finds the organisation if it is recorded already."), "00000000000"),
    Column("fiscal_code", gettext_lazy("Fiscal code"), gettext_lazy("Finds it too."), "00000000000"),
    Column("ateco", gettext_lazy("ATECO code"), gettext_lazy("Of the edition in force, or of the one before where it has one successor."), "25.62.00"),
    Column("startup", gettext_lazy("Innovative start-up"), gettext_lazy("yes or no"), "no", read=read_flag),
    Column("website", gettext_lazy("Website"), "", "https://officine.example"),
    Column("email", gettext_lazy("E-mail"), gettext_lazy("Finds the organisation where no number does."), "info@officine.example"),
    Column("certified_email", gettext_lazy("PEC"), "", "officine@pec.example"),
    Column("phone", gettext_lazy("Telephone"), "", "011 0000000"),
    Column("about", gettext_lazy("What it does")),
    Column("address", gettext_lazy("Address"), gettext_lazy("Of the registered office."), "Via dell’Esempio 1", "site"),
    Column("postcode", gettext_lazy("Postcode"), "", "10100", "site"),
    Column("municipality", gettext_lazy("Municipality"), gettext_lazy("Needed where anything else of the address is given."), "Torino", "site"),
    Column("province", gettext_lazy("Province"), gettext_lazy("Two letters."), "TO", "site"),
    Column("latitude", gettext_lazy("Latitude"), gettext_lazy("With the longitude, or not at all."), "45.07049", "site", read_coordinate),
    Column("longitude", gettext_lazy("Longitude"), "", "7.68682", "site", read_coordinate),
)  # fmt: skip
PERSON = (
    Column("given_name", gettext_lazy("First name"), gettext_lazy("Needed for a new person."), "Ada"),
    Column("family_name", gettext_lazy("Surname"), "", "Esempio"),
    Column("email", gettext_lazy("E-mail"), gettext_lazy("Finds the person if they are recorded already."), "ada@officine.example"),
    Column("phone", gettext_lazy("Telephone"), "", "011 0000000"),
    Column("fiscal_code", gettext_lazy("Fiscal code"), gettext_lazy("Only by those who may read it. Finds the person too.")),
    Column("language", gettext_lazy("Language"), gettext_lazy("it or en"), "it", read=read_language),
    Column("organisation", gettext_lazy("Organisation"), gettext_lazy("Its VAT number, fiscal code or whole name: the person becomes a contact there."), "Officine Esempio S.r.l.", "contact"),
    Column("position", gettext_lazy("Position"), "", "responsabile tecnica", "contact"),
    Column("work_email", gettext_lazy("E-mail at work"), "", "a.esempio@officine.example", "contact"),
    Column("work_phone", gettext_lazy("Telephone at work"), "", "011 0000001", "contact"),
)  # fmt: skip
COLUMNS: Mapping[str, Sequence[Column]] = {
    RecordKind.ORGANISATIONS: ORGANISATION,
    RecordKind.PERSONS: PERSON,
}


def heads(kind: str, lines: Sequence[Line]) -> list[Column]:
    """What the first line calls each column; refused where it names one that is not known, or one twice."""
    if not lines:
        refuse_any([Problem("empty", _("The file holds nothing."), "file")])
    known = {name: column for column in COLUMNS[kind] for name in _names(column)}
    allowed = ", ".join(str(column.label) for column in COLUMNS[kind])
    problems = []
    found: list[Column] = []
    for number, cell in enumerate(lines[0].cells, 1):
        column = known.get(plain(cell))
        if column is None:
            message = _("Column {number} is called “{name}”. Known are: {allowed}.")
            problems.append(Problem("column", message.format(number=number, name=cell[:60], allowed=allowed), "file"))  # fmt: skip
        elif column in found:
            message = _("The column “{name}” is there twice.")
            problems.append(Problem("column_twice", message.format(name=cell[:60]), "file"))
        else:
            found.append(column)
    if not problems and len(lines) < 2:
        problems.append(Problem("empty", _("The file has a heading and no rows."), "file"))
    refuse_any(problems)
    return found


def plain(text: str) -> str:
    """For comparing words: lower case, no accents, single spaces, no marks of emphasis."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(letters.replace("*", " ").replace("_", " ").split())


def _names(column: Column) -> set[str]:
    return {plain(column.key), *_in_both(column.label)}


def _in_both(words: Words) -> set[str]:
    found = set()
    for language in ("it", "en"):
        with override(language):
            found.add(plain(str(words)))
    return found
