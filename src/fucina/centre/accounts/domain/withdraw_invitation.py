from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.models import Invitation
from fucina.centre.refusal import Problem, Refusal


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Any) -> None:
    """Its link opens nothing any longer; again, nothing changes. Refuses one that was taken up: end the role instead."""
    if not by.has_perm("accounts.manage_invitation", invitation):
        raise PermissionDenied
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted:
        message = _("This invitation was taken up already. End the role instead.")
        raise Refusal([Problem("accepted", message)])
    if not invitation.withdrawn:
        invitation.withdrawn = timezone.now()
        invitation.save(update_fields=["withdrawn"])
