from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.directors import hold_directors, others_direct
from fucina.centre.accounts.domain.personal_data import Subject, holdings, legal_records, subject_of
from fucina.centre.accounts.models import ErasureRequest
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person
from fucina.centre.refusal import Problem, Refusal, refuse_any


def erase_person(person: Person, *, by: Any) -> Subject:
    """Take out of the whole database what says who this person is; what they were and did stays as a number's.

    It cannot be undone. Refuses the last director, and a record that was merged into another: that other one is to be
    erased, and this goes with it. Returns who it was, as last known, so that traces can be looked for.
    """
    if not by.has_perm("people.erase_person", person):
        raise PermissionDenied
    return _erase(person, by)


def erase_oneself(user: Any) -> Subject | None:
    """Erase the person who asks; where the law wants records kept, leave a request to the director and return nobody."""
    subject = subject_of(user=user)
    if subject.person is None:
        return _erase_account(user)
    if legal_records(subject):
        with transaction.atomic():
            ErasureRequest.objects.get_or_create(
                person=subject.person, carried_out=None, refused=None
            )
        return None
    return _erase(subject.person, user)


@transaction.atomic
def _erase(person: Person, by: Any) -> Subject:
    hold_directors()
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    refuse_any(_problems(person))
    subject = subject_of(person)
    now = timezone.now()
    ErasureRequest.objects.filter(
        person__in=subject.persons, carried_out=None, refused=None
    ).update(carried_out=now, decided_by=by)
    _erase_everywhere(subject, by)
    return subject


@transaction.atomic
def _erase_account(user: Any) -> Subject:
    """An account that never became a person: its address was not confirmed."""
    subject = subject_of(user=user)
    _erase_everywhere(subject, user)
    return subject


def _erase_everywhere(subject: Subject, by: Any) -> None:
    if subject.user is not None and subject.user.pk == by.pk:
        pghistory.context(ip="")  # what this very act writes into the trail
    for holding in holdings():
        holding.erase(subject)


def refuse_erasure(request: ErasureRequest, reason: str, *, by: Any) -> None:
    """Say why the person stays on record; they are told on their own page. Refuses to refuse without a reason."""
    if not by.has_perm("accounts.decide_erasure"):
        raise PermissionDenied
    if not reason.strip():
        raise Refusal([Problem("required", _("Say why, so that the person knows."), "reason")])
    with transaction.atomic():
        found = ErasureRequest.objects.select_for_update().get(pk=request.pk)
        if found.carried_out or found.refused:
            raise Refusal([Problem("decided", _("This request was decided already."))])
        found.refused, found.reason, found.decided_by = timezone.now(), reason.strip(), by
        found.save(update_fields=["refused", "reason", "decided_by"])


def _problems(person: Person) -> list[Problem]:
    found = []
    if person.erased:
        found.append(Problem("erased", _("This person was erased already.")))
    if person.merged_into_id:
        message = _("This record was merged into another: erase that one.")
        found.append(Problem("merged", message))
    today = timezone.localdate()
    directs = Membership.objects.on(today).filter(person=person, role=Role.DIRECTOR).exists()
    if directs and not others_direct(today, without=person.pk):
        message = _("The centre would be left without a director: appoint another first.")
        found.append(Problem("last_director", message))
    return found
