from django.utils import timezone

from fucina.centre.accounts.domain.audit_trail import blank_trail, trail
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.people.models import Person

FIELDS = (
    "id", "given_name", "family_name", "email", "phone", "fiscal_code", "language", "created",
    "updated",
)  # fmt: skip


def export(subject: Subject) -> Plain:
    numbers = list(subject.persons)
    return {
        "records": plain_rows(Person.objects.filter(pk__in=numbers), *FIELDS),
        "changes": trail(Person, numbers),
    }


def erase(subject: Subject) -> None:
    """The record stays, because roles, shares and acts point to it; it says of nobody who they were."""
    for number in subject.persons:
        blank = pseudonymous(number)
        Person.objects.filter(pk=number).update(**blank, user=None, erased=timezone.now())
        blank_trail(Person, [number], **blank)


def pseudonymous(number: int) -> dict[str, str]:
    """One name whatever the reader's language: it is data now."""
    return {
        "given_name": f"Persona cancellata #{number}", "family_name": "", "email": "", "phone": "", "fiscal_code": "",
    }  # fmt: skip
