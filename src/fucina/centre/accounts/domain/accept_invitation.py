from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.addresses import verified_addresses
from fucina.centre.accounts.domain.link_person import link_person
from fucina.centre.accounts.domain.links import fingerprint
from fucina.centre.accounts.domain.role_problems import may_give
from fucina.centre.accounts.enums import InvitationState
from fucina.centre.accounts.models import Invitation
from fucina.centre.people.models import Membership, Person
from fucina.centre.people.standing import forget_standing
from fucina.centre.refusal import Problem, Refusal


def invitation_behind(secret: str) -> Invitation | None:
    """The invitation that this link opens; which state it is in is not yet said."""
    found = Invitation.objects.filter(token_hash=fingerprint(secret))
    return found.select_related("organisation", "invited_by").first()


def invitation_stands(invitation: Invitation) -> bool:
    """Whether it could be taken up now."""
    return invitation.state == InvitationState.OPEN and _still_stands(invitation)


@transaction.atomic
def accept_invitation(user: Any, offered: str | Invitation) -> Invitation:
    """Take up an offer, known by its link's secret or, to a user of the address it was sent to, by itself.

    It gives the user the role that was offered to one of their verified addresses.

    Refuses a link that is unknown, withdrawn, expired or used, one whose sender may no longer give the role, and a user
    without the address. Taken up twice by the same user, it gives the role once.
    """
    found = Invitation.objects.select_for_update(of=("self",)).select_related("organisation")
    if isinstance(offered, str):
        found = found.filter(token_hash=fingerprint(offered))
    else:
        found = found.filter(pk=offered.pk)
    invitation = found.first()
    if invitation is None:
        raise Refusal([no_longer_valid()])
    if invitation.accepted and invitation.accepted_by_id == user.pk:
        return invitation
    if not invitation_stands(invitation):
        raise Refusal([no_longer_valid()])
    if invitation.email not in verified_addresses(user):
        message = _("This invitation was sent to another address than yours.")
        raise Refusal([Problem("another_address", message)])
    person = link_person(user)
    if person is None:  # a user with a verified address is somebody
        raise AssertionError
    _give(person, invitation)
    invitation.accepted, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted", "accepted_by"])
    forget_standing(user)
    return invitation


def no_longer_valid() -> Problem:
    message = _("This invitation is no longer valid. Ask whoever invited you for a new one.")
    return Problem("not_valid", message)


def _still_stands(invitation: Invitation) -> bool:
    """Whoever sent it could still give this role today; one that a command wrote stands by itself."""
    if invitation.organisation.merged_into_id:
        return False
    if invitation.valid_until and invitation.valid_until < timezone.localdate():
        return False
    sender = invitation.invited_by
    if sender is None:
        return True
    return may_give(sender, invitation.organisation, invitation.role, invites=invitation.invites)


def _give(person: Person, invitation: Invitation) -> None:
    """A new membership, unless the person holds this role there today; then only the right to invite is added."""
    held = Membership.objects.on().select_for_update().filter(
        person=person, organisation=invitation.organisation, role=invitation.role
    ).first()  # fmt: skip
    if held is None:
        Membership.objects.create(
            person=person,
            organisation=invitation.organisation,
            role=invitation.role,
            invites=invitation.invites,
            valid_until=invitation.valid_until,
            granted_by=invitation.invited_by,
        )
        return
    if invitation.invites and not held.invites:
        held.invites = True
        held.save(update_fields=["invites"])
