from django.db.models import QuerySet

from fucina.centre.accounts.domain.audit_trail import blank_trail, event_model, trail
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.people.models import Contact

FIELDS = ("id", "organisation", "position", "email", "phone", "valid_from", "valid_until")


def export(subject: Subject) -> Plain:
    return {
        "records": plain_rows(_contacts(subject).select_related("organisation"), *FIELDS),
        "changes": trail(Contact, _numbers(subject)),
    }


def erase(subject: Subject) -> None:
    """That somebody was asked there, and when, stays; neither position nor address does."""
    numbers = _numbers(subject)
    _contacts(subject).update(position="", email="", phone="")
    blank_trail(Contact, numbers, position="", email="", phone="")


def _contacts(subject: Subject) -> QuerySet[Contact]:
    return Contact.objects.filter(person__in=subject.persons)


def _numbers(subject: Subject) -> list[int]:
    """Also of contacts that were deleted: the trail still has them."""
    found = event_model(Contact).objects.filter(person_id__in=subject.persons)
    return sorted(set(found.values_list("pgh_obj_id", flat=True)))
