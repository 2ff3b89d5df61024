"""VAT numbers and fiscal codes: put into their usual form, and what is wrong with them in words.

The only place that knows python-stdnum.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from stdnum import exceptions
from stdnum.eu import vat
from stdnum.it import codicefiscale, iva

ITALY = "IT"
_PREFIXES = {"GR": "EL"}
_NOISE = re.compile(r"[\s.\-/·'’]+")
_EUROPEAN = {country.upper() for country in vat.MEMBER_STATES} | {"GR"}


@dataclass(frozen=True)
class WrongIdentifier(Exception):  # noqa: N818  what the number is
    """Says what is wrong in the reader's language; ``code`` says it to programs."""

    code: str
    message: str

    def __str__(self) -> str:
        return self.message


def read_vat_number(text: str, country: str = ITALY) -> str:
    """The number in its usual form: Italian ones of eleven figures, others of the Union behind their country's letters.

    Elsewhere nothing can be checked, and letters and figures are kept.

    >>> read_vat_number("IT 0074 3110157")
    '00743110157'
    >>> read_vat_number("40 303 265 045", "FR")
    'FR40303265045'
    """
    number = _bare(text)
    if not number or country not in _EUROPEAN:
        return number
    prefix = _PREFIXES.get(country, country)
    found = re.match(r"[A-Z]{2}", number)
    if found and found[0] != prefix and found[0] in _EUROPEAN | set(_PREFIXES.values()):
        message = _("It begins with {found}, but the country is {country}.")
        raise WrongIdentifier("country", message.format(found=found[0], country=country))
    number = number.removeprefix(prefix)
    if country == ITALY:
        return _italian_vat_number(number)
    try:
        return str(vat.validate(prefix + number))
    except exceptions.ValidationError as error:
        raise _explained(error, _("VAT number")) from error


def read_organisation_fiscal_code(text: str, country: str = ITALY) -> str:
    """Eleven figures, or the sixteen characters of a sole trader; outside Italy as it comes.

    >>> read_organisation_fiscal_code("IT00743110157")
    '00743110157'
    """
    code = _bare(text)
    if country != ITALY or not code:
        return code
    if re.fullmatch(r"(IT)?\d+", code):
        return _eleven(code.removeprefix("IT"), _("fiscal code of an organisation"))
    return read_person_fiscal_code(code)


def read_person_fiscal_code(text: str) -> str:
    """Sixteen letters and figures, or the eleven figures of a provisional one.

    >>> read_person_fiscal_code("rcc mnl 83s18 d969h")
    'RCCMNL83S18D969H'
    """
    code = _bare(text)
    if not code:
        return ""
    if code.isdigit():
        return _eleven(code, _("provisional fiscal code"))
    name = _("fiscal code")
    _expect_length(code, 16, name)
    try:
        return str(codicefiscale.validate(code))
    except exceptions.ValidationError as error:
        raise _explained(error, name) from error


def _italian_vat_number(number: str) -> str:
    return _eleven(number, _("Italian VAT number"))


def _eleven(number: str, name: str) -> str:
    if not number.isdigit() or not number.isascii():
        message = _("An Italian number has figures only: “{number}” has something else.")
        raise WrongIdentifier("format", message.format(number=number[:20]))
    _expect_length(number, 11, name)
    try:
        return str(iva.validate(number))
    except exceptions.ValidationError as error:
        raise _explained(error, name) from error


def _expect_length(text: str, length: int, name: str) -> None:
    if len(text) != length:
        message = ngettext(
            "The {name} has {length} characters; this one has {found}.",
            "The {name} has {length} characters; these are {found}.",
            len(text),
        )
        raise WrongIdentifier("length", message.format(name=name, length=length, found=len(text)))


def _explained(error: exceptions.ValidationError, name: str) -> WrongIdentifier:
    match error:
        case exceptions.InvalidChecksum():
            message = _("The check character of the {name} does not fit: one of them is mistyped.")
            return WrongIdentifier("checksum", message.format(name=name))
        case exceptions.InvalidLength():
            message = _("The {name} is too short or too long for its country.")
            return WrongIdentifier("length", message.format(name=name))
        case exceptions.InvalidComponent():
            message = _("Part of the {name} cannot be: a date, a place or an office that does not exist.")  # fmt: skip
            return WrongIdentifier("part", message.format(name=name))
    message = _("The {name} is not written as its country writes it.")
    return WrongIdentifier("format", message.format(name=name))


def _bare(text: str) -> str:
    return _NOISE.sub("", text).upper()
