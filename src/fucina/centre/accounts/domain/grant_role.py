import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.notices import send_letter
from fucina.centre.accounts.domain.role_problems import role_problems
from fucina.centre.people.models import Membership, Organisation, Person
from fucina.centre.people.standing import forget_standing
from fucina.centre.refusal import Problem, Refusal, refuse_any


def grant_role(
    person: Person,
    organisation: Organisation,
    role: str,
    *,
    by: Any,
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
    invites: bool = False,
) -> Membership:
    """Give a person a role from one day to another and tell them.

    Refuses a role that does not fit the organisation, a period that ends before it begins or overlaps one in which the
    person has the role already, and a person who was merged or erased.
    """
    if not by.has_perm("people.grant_role"):
        raise PermissionDenied
    since = valid_from or timezone.localdate()
    problems = list(role_problems(organisation, role, invites, valid_until, since))
    if person.erased or person.merged_into_id:
        problems.append(Problem("gone", _("This person’s record was closed."), "person"))
    refuse_any(problems)
    try:
        with transaction.atomic():
            membership = Membership.objects.create(
                person=person, organisation=organisation, role=role, invites=invites,
                valid_from=since, valid_until=valid_until, granted_by=by,
            )  # fmt: skip
            _tell(membership)
    except IntegrityError as error:
        message = _("{person} has this role there in that time already.").format(person=person)
        raise Refusal([Problem("overlap", message, "role")]) from error
    forget_standing(by)
    return membership


def _tell(membership: Membership) -> None:
    person = membership.person
    if person.email:
        key = f"role-granted:{membership.pk}"
        send_letter(key, person.email, "role_granted", person.language, {"membership": membership})
