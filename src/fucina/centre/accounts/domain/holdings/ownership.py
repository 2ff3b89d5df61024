from django.db.models import QuerySet
from django.utils.translation import ngettext

from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.people.models import OwnershipLink

FIELDS = ("id", "owned", "share", "votes", "control", "source", "valid_from", "valid_until")


def export(subject: Subject) -> Plain:
    return plain_rows(_links(subject).select_related("owned"), *FIELDS)


def erase(subject: Subject) -> None:
    """Shares stay as they are: the size of an enterprise follows from them. Who held them is only a number now."""


def keeps(subject: Subject) -> list[str]:
    count = _links(subject).count()
    if not count:
        return []
    reason = ngettext(
        "{number} share in an enterprise, from which its size follows",
        "{number} shares in enterprises, from which their size follows",
        count,
    )
    return [reason.format(number=count)]


def _links(subject: Subject) -> QuerySet[OwnershipLink]:
    return OwnershipLink.objects.filter(owner_person__in=subject.persons)
