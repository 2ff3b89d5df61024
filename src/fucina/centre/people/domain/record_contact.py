import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from fucina.centre.people.domain.find_duplicates import look_for_duplicates_of
from fucina.centre.people.domain.guarded import assign, guarded, model_problems
from fucina.centre.people.models import Contact, Organisation, Person
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, refuse_any

FIELDS = frozenset({"position", "email", "phone", "valid_from", "valid_until"})


def record_contact(
    organisation: Organisation, person: Person, *, by: Any, **fields: Any
) -> Contact:
    """Whom to ask there; it opens no door."""
    if not by.has_perm("people.change_organisation", organisation):
        raise PermissionDenied
    return _write(Contact(organisation=organisation, person=person), fields)


def correct_contact(contact: Contact, *, by: Any, **fields: Any) -> Contact:
    if not by.has_perm("people.change_part", contact):
        raise PermissionDenied
    return _write(contact, fields)


def end_contact(contact: Contact, *, by: Any, day: dt.date | None = None) -> Contact:
    """The last day on which the person was to be asked there, yesterday unless told."""
    return correct_contact(contact, by=by, valid_until=day or max(contact.valid_from, today() - dt.timedelta(days=1)))  # fmt: skip


def _write(contact: Contact, fields: dict[str, Any]) -> Contact:
    assign(contact, fields, FIELDS)
    contact.email = contact.email.strip().lower()
    contact.phone = " ".join(contact.phone.split())
    refuse_any([*_twice(contact), *model_problems(contact)])
    with guarded(Contact):
        contact.save()
        look_for_duplicates_of(contact.person)
    return contact


def _twice(contact: Contact) -> list[Problem]:
    """The same person for the same thing at the same time."""
    others = Contact.objects.filter(
        person=contact.person_id, organisation=contact.organisation_id, position=contact.position
    ).exclude(pk=contact.pk)
    until = contact.valid_until or dt.date.max
    overlap = [
        other
        for other in others
        if other.valid_from <= until and contact.valid_from <= (other.valid_until or dt.date.max)
    ]
    if not overlap:
        return []
    return [Problem("overlap", _("The person is a contact there in that time already."), "person")]
