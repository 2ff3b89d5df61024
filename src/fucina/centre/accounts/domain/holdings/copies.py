"""What imports and merges remember of a person: rows of uploaded files, values as they were before."""

from django.db.models import Q, QuerySet

from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.people.domain.forget_copies import forget_copies
from fucina.centre.people.models import ImportedRow, Person


def export(subject: Subject) -> Plain:
    rows = _rows(subject).select_related("batch")
    return {"uploads": [{"file": row.batch.file_name, "told": row.told} for row in rows]}


def erase(subject: Subject) -> None:
    """Before the person's own record: an upload is known to be theirs by their address."""
    for person in Person.objects.filter(pk__in=subject.persons):
        forget_copies(person)


def _rows(subject: Subject) -> QuerySet[ImportedRow]:
    theirs = Q(pk__in=[])
    for address in subject.addresses:
        theirs |= Q(told__email__iexact=address)
    return ImportedRow.objects.filter(theirs)
