from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.invite import LASTS, send_invitation
from fucina.centre.accounts.domain.links import LinkTo, fingerprint, new_secret
from fucina.centre.accounts.enums import InvitationState
from fucina.centre.accounts.models import Invitation
from fucina.centre.refusal import Problem, Refusal


@transaction.atomic
def resend_invitation(invitation: Invitation, *, by: Any, link: LinkTo) -> None:
    """Send it once more with a new link, good for two weeks from now; the old link opens nothing any longer."""
    if not by.has_perm("accounts.manage_invitation", invitation):
        raise PermissionDenied
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.state not in (InvitationState.OPEN, InvitationState.EXPIRED):
        message = _("This invitation is {state}: it cannot be sent again.")
        state = invitation.state.label
        raise Refusal([Problem(invitation.state.value, message.format(state=state))])
    secret = new_secret()
    invitation.token_hash = fingerprint(secret)
    invitation.expires = timezone.now() + LASTS
    invitation.save(update_fields=["token_hash", "expires"])
    send_invitation(invitation, link(secret))
