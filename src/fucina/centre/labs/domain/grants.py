"""Qualifications of people: granted, renewed, raised, revoked; lost by themselves when their time is over."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.letters import tell_of_expiry
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.models import Grant, Qualification, Resource
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, refuse_any

REMINDED = (30, 7)
"""Days before the end."""


def grant_qualification(
    person: Person,
    qualification: Qualification,
    *,
    by: Any,
    level: int = 1,
    granted_on: dt.date | None = None,
    expires_on: dt.date | None = None,
    source: str = "",
) -> Grant:
    """By hand, by a course, by a degree. Who has it already has it anew: every clock starts again."""
    allow(by, "labs.grant_qualification", qualification)
    day = granted_on or today()
    refuse_any(_problems(person, qualification, level, day))
    with one_write():
        grant = (
            Grant.objects.select_for_update()
            .filter(person=person, qualification=qualification, revoked_on=None)
            .first()
        ) or Grant(person=person, qualification=qualification)
        grant.level, grant.granted_on, grant.expires_on = level, day, expires_on
        grant.granted_by, grant.source = by, source.strip()
        refuse_any(check(grant))
        grant.save()
    return grant


def revoke_qualification(grant: Grant, *, by: Any, reason: str) -> Grant:
    allow(by, "labs.grant_qualification", grant.qualification)
    if not reason.strip():
        refuse_any([Problem("no_reason", _("Say why it is revoked."), "reason")])
    with one_write():
        grant = Grant.objects.select_for_update().get(pk=grant.pk)
        if grant.revoked_on is None:
            grant.revoked_on = today()
            grant.source = f"{grant.source} – {reason.strip()}".strip(" –")[:200]
            grant.save(update_fields=["revoked_on", "source"])
    return grant


def note_use(resource: Resource, *people: Person) -> None:
    """Whoever runs a machine keeps what it asks for."""
    needed = Q(qualification__requirements__resource=resource) | Q(
        qualification__requirements__laboratory=resource.laboratory_id
    )
    Grant.objects.filter(
        pk__in=Grant.objects.filter(needed, person__in=people, revoked_on=None).values("pk")
    ).update(last_used=today())


def expiring(day: dt.date) -> Iterator[tuple[Grant, int]]:
    """Those that end within a reminder's days from that day, with the nearest reminder that is due."""
    open_ = Grant.objects.filter(revoked_on=None, person__erased=None).exclude(
        expires_on=None,
        qualification__valid_days=None,
        qualification__unused_days=None,
        qualification__never_used_days=None,
    )
    for grant in open_.select_related("qualification", "person").iterator(chunk_size=500):
        if grant.last_day is None:
            continue
        left = (grant.last_day - day).days
        due = [days for days in REMINDED if left <= days]
        if left >= 0 and due:
            yield grant, min(due)


def remind_of_expiry(day: dt.date | None = None) -> int:
    """Thirty and seven days before; a day on which this did not run is made up for, and nobody is told twice."""
    several = list(expiring(day or today()))
    for grant, days in several:
        tell_of_expiry(grant, days)
    return len(several)


def _problems(
    person: Person, qualification: Qualification, level: int, day: dt.date
) -> Iterator[Problem]:
    if not 1 <= level <= qualification.levels:
        text = _("The levels of this qualification are 1 to {most}.").format(
            most=qualification.levels
        )
        yield Problem("level", text, "level", {"most": qualification.levels})
    if day > today():
        yield Problem("future", _("This day has not come yet."), "granted_on")
    if person.erased or person.merged_into_id:
        yield Problem("person", _("This record is not used any more."), "person")
