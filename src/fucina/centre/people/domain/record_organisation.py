from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from fucina.centre.people import ateco
from fucina.centre.people.domain.find_duplicates import look_for_duplicates_of
from fucina.centre.people.domain.guarded import assign, guarded, model_problems
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.identifiers import (
    WrongIdentifier,
    read_organisation_fiscal_code,
    read_vat_number,
)
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import Problem, refuse_any

FIELDS = frozenset({
    "name", "name_en", "kind", "country", "vat_number", "fiscal_code", "ateco", "startup", "website", "email",
    "certified_email", "phone", "about", "listed",
})  # fmt: skip


def record_organisation(*, by: Any, **fields: Any) -> Organisation:
    """A new organisation; ``fields`` are the model's. Refuses with every problem at once."""
    if not by.has_perm("people.add_organisation"):
        raise PermissionDenied
    return _write(Organisation(), fields)


def correct_organisation(organisation: Organisation, *, by: Any, **fields: Any) -> Organisation:
    """Change what is named and leave the rest."""
    if not by.has_perm("people.change_organisation", organisation):
        raise PermissionDenied
    with guarded(Organisation):
        current = Organisation.objects.select_for_update().get(pk=organisation.pk)
        refuse_any(_merged(current))
        return _write(current, fields)


def put_in_order(organisation: Organisation) -> list[Problem]:
    """Bring names and numbers into their usual form; what is wrong with them."""
    organisation.name = " ".join(organisation.name.split())
    organisation.name_en = " ".join(organisation.name_en.split())
    organisation.country = organisation.country.strip().upper()
    organisation.email = organisation.email.strip().lower()
    organisation.certified_email = organisation.certified_email.strip().lower()
    organisation.phone = " ".join(organisation.phone.split())
    return [*_number_problems(organisation), *_activity_problems(organisation)]


def _write(organisation: Organisation, fields: dict[str, Any]) -> Organisation:
    was = Organisation.objects.filter(pk=organisation.pk).values_list("kind", flat=True).first()
    assign(organisation, fields, FIELDS)
    problems = put_in_order(organisation)
    judged = {problem.field for problem in problems}
    refuse_any([*problems, *_kind_problems(organisation, was), *model_problems(organisation, *judged)])  # fmt: skip
    with guarded(Organisation):
        organisation.save()
        look_for_duplicates_of(organisation)
    return organisation


def _number_problems(organisation: Organisation) -> list[Problem]:
    problems = []
    for name, read in (
        ("vat_number", read_vat_number),
        ("fiscal_code", read_organisation_fiscal_code),
    ):
        try:
            setattr(organisation, name, read(getattr(organisation, name), organisation.country))
        except WrongIdentifier as wrong:
            problems.append(Problem(wrong.code, wrong.message, name))
    return problems


def _activity_problems(organisation: Organisation) -> list[Problem]:
    typed = organisation.ateco.strip()
    if not typed:
        organisation.ateco = ""
        return []
    reading = ateco.read(typed)
    if reading.activity:
        organisation.ateco = reading.activity.code
        return []
    if reading.candidates:
        message = _("{code} is of an earlier edition; today it is one of: {several}.").format(
            code=typed, several="; ".join(map(str, reading.candidates))
        )
        return [Problem("ateco_several", message, "ateco")]
    message = _("{code} is not a code of {edition}.").format(
        code=typed[:20], edition=ateco.edition_title()
    )
    return [Problem("ateco", message, "ateco")]


def _kind_problems(organisation: Organisation, was: str | None) -> list[Problem]:
    """The roles of people there rest on whether it is the centre."""
    centre = OrganisationKind.CENTRE
    if was is None or (was == centre) == (organisation.kind == centre):
        return []
    if not organisation.memberships.exists():
        return []
    message = _("People have roles there that only fit its present kind: end them first.")
    return [Problem("roles", message, "kind")]


def _merged(organisation: Organisation) -> list[Problem]:
    if organisation.merged_into_id is None:
        return []
    return [Problem("merged", _("It was merged into another organisation meanwhile: correct that one."))]  # fmt: skip
