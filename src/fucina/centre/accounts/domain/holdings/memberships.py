import datetime as dt

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext

from fucina.centre.accounts.domain.audit_trail import trail
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.people.models import Membership
from fucina.centre.people.models.period import PeriodQuerySet

FIELDS = ("id", "organisation", "role", "invites", "valid_from", "valid_until")


def export(subject: Subject) -> Plain:
    found = _memberships(subject)
    return {
        "records": plain_rows(found.select_related("organisation"), *FIELDS),
        "changes": trail(Membership, [one.pk for one in found]),
    }


def erase(subject: Subject) -> None:
    """Which roles there were and when stays: acts rest on them. They name nobody but the person's number.

    Those still held end: an erased person holds no role.
    """
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    held = _memberships(subject).filter(Q(valid_until=None) | Q(valid_until__gt=yesterday))
    held.filter(valid_from__gt=yesterday).delete()
    held.update(valid_until=yesterday)


def keeps(subject: Subject) -> list[str]:
    count = _memberships(subject).count()
    if not count:
        return []
    reason = ngettext(
        "{number} role, on which acts of the centre may rest",
        "{number} roles, on which acts of the centre may rest",
        count,
    )
    return [reason.format(number=count)]


def _memberships(subject: Subject) -> PeriodQuerySet[Membership]:
    return Membership.objects.filter(person__in=subject.persons)
