import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.links import LinkTo, fingerprint, new_secret
from fucina.centre.accounts.domain.notices import send_letter
from fucina.centre.accounts.domain.role_problems import may_give, role_problems
from fucina.centre.accounts.models import Invitation
from fucina.centre.people.models import Membership, Organisation
from fucina.centre.people.models.user import normal_email
from fucina.centre.refusal import Problem, Refusal, problems_of, refuse_any

LASTS = dt.timedelta(days=14)


def invite(
    email: str,
    organisation: Organisation,
    role: str,
    *,
    by: Any,
    link: LinkTo,
    invites: bool = False,
    valid_until: dt.date | None = None,
    language: str = "it",
) -> Invitation:
    """Offer a role to an address and send it the link that takes it up, valid for two weeks.

    Refuses a role that does not fit the organisation, one that the address holds or was offered already, and an end in
    the past. An offer that expired makes way for the new one.
    """
    if not may_give(by, organisation, role, invites=invites):
        raise PermissionDenied
    email = normal_email(email)
    refuse_any(_problems(email, organisation, role, invites, valid_until))
    try:
        return offer(email, organisation, role, by, link, invites, valid_until, language)
    except IntegrityError as error:
        raise Refusal([_offered()]) from error


@transaction.atomic
def offer(
    email: str,
    organisation: Organisation,
    role: str,
    by: Any,
    link: LinkTo,
    invites: bool,
    valid_until: dt.date | None,
    language: str,
) -> Invitation:
    """Write and send it, whatever speaks against it; ``by`` may be nobody (a command)."""
    now, secret = timezone.now(), new_secret()
    Invitation.objects.filter(
        email=email, organisation=organisation, role=role,
        accepted=None, withdrawn=None, expires__lte=now,
    ).update(withdrawn=now)  # fmt: skip
    invitation = Invitation.objects.create(
        email=email, organisation=organisation, role=role, invites=invites,
        valid_until=valid_until, language=language, token_hash=fingerprint(secret),
        invited_by=by, expires=now + LASTS,
    )  # fmt: skip
    send_invitation(invitation, link(secret))
    return invitation


def send_invitation(invitation: Invitation, link: str) -> None:
    inviter = getattr(invitation.invited_by, "person", None) or invitation.invited_by
    send_letter(
        f"invitation:{invitation.pk}:{invitation.token_hash[:16]}",
        invitation.email,
        "invitation",
        invitation.language,
        {"invitation": invitation, "inviter": inviter, "link": link},
    )


def _problems(
    email: str, organisation: Organisation, role: str, invites: bool, until: dt.date | None
) -> list[Problem]:
    today = timezone.localdate()
    found = [*address_problems(email), *role_problems(organisation, role, invites, until, today)]
    if _holds(email, organisation, role):
        found.append(Problem("holds", _("This person has this role there already."), "role"))
    open_ones = Invitation.objects.filter(
        email=email, organisation=organisation, role=role, accepted=None, withdrawn=None
    )
    if open_ones.filter(expires__gt=timezone.now()).exists():
        found.append(_offered())
    return found


def address_problems(email: str) -> list[Problem]:
    try:
        validate_email(email)
    except ValidationError as error:
        return [Problem(one.code, one.message, "email") for one in problems_of(error)]
    return []


def _holds(email: str, organisation: Organisation, role: str) -> bool:
    held = Membership.objects.on().filter(organisation=organisation, role=role)
    return (
        held.filter(person__email=email).exists()
        or held.filter(
            person__user__emailaddress__email=email, person__user__emailaddress__verified=True
        ).exists()
    )


def _offered() -> Problem:
    message = _("This address has an open invitation to this role already: send that one again.")
    return Problem("taken", message, "email")
