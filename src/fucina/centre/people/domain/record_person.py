from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from fucina.centre.people.domain.find_duplicates import look_for_duplicates_of
from fucina.centre.people.domain.guarded import assign, guarded, model_problems
from fucina.centre.people.identifiers import WrongIdentifier, read_person_fiscal_code
from fucina.centre.people.models import Person
from fucina.centre.refusal import Problem, refuse_any

FIELDS = frozenset({"given_name", "family_name", "email", "phone", "fiscal_code", "language"})


def record_person(*, by: Any, **fields: Any) -> Person:
    """A new person; ``fields`` are the model's. Refuses with every problem at once."""
    if not by.has_perm("people.add_person"):
        raise PermissionDenied
    return _write(Person(), fields, by)


def correct_person(person: Person, *, by: Any, **fields: Any) -> Person:
    """Change what is named and leave the rest. A fiscal code only by who may read it."""
    if not by.has_perm("people.change_person", person):
        raise PermissionDenied
    with guarded(Person):
        current = Person.objects.select_for_update().get(pk=person.pk)
        refuse_any(_gone(current))
        return _write(current, fields, by)


def put_in_order(person: Person) -> list[Problem]:
    """Bring names, address and number into their usual form; what is wrong with them."""
    person.given_name = " ".join(person.given_name.split())
    person.family_name = " ".join(person.family_name.split())
    person.email = person.email.strip().lower()
    person.phone = " ".join(person.phone.split())
    try:
        person.fiscal_code = read_person_fiscal_code(person.fiscal_code)
    except WrongIdentifier as wrong:
        return [Problem(wrong.code, wrong.message, "fiscal_code")]
    return []


def _write(person: Person, fields: dict[str, Any], by: Any) -> Person:
    about = person if person.pk else None
    if "fiscal_code" in fields and not by.has_perm("people.view_fiscal_code", about):
        raise PermissionDenied
    assign(person, fields, FIELDS)
    problems = put_in_order(person)
    judged = {problem.field for problem in problems}
    refuse_any([*problems, *model_problems(person, *judged)])
    with guarded(Person):
        person.save()
        look_for_duplicates_of(person)
    return person


def _gone(person: Person) -> list[Problem]:
    if person.erased is not None:
        return [Problem("erased", _("This person’s data were erased: nothing can be added to them."))]  # fmt: skip
    if person.merged_into_id is not None:
        return [Problem("merged", _("This record was merged into another meanwhile: correct that one."))]  # fmt: skip
    return []
