import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.enums import InvitationState
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["token_hash"],
)
class Invitation(models.Model):
    """A role offered to an e-mail address; whoever opens the link that was sent there takes it up."""

    email = models.EmailField(_("e-mail address"))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    invites = models.BooleanField(_("may invite colleagues"), default=False)
    valid_until = models.DateField(_("role until"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, default="it")
    token_hash = models.CharField(
        max_length=64, unique=True, editable=False
    )  # SHA-256; the link alone has the token
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(_("created"), default=timezone.now)
    expires = models.DateTimeField(_("expires"))
    accepted = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    withdrawn = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "organisation", "role"],
                condition=Q(accepted=None, withdrawn=None),
                name="invitation_open_once",
                violation_error_code="taken",
                violation_error_message=_("This address has an open invitation to this role already."),
            ),
            models.CheckConstraint(
                name="invitation_email_is_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="invitation_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="invitation_is_accepted_or_withdrawn",
                condition=Q(accepted=None) | Q(withdrawn=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.email}: {self.role} @ {self.organisation_id}"

    @property
    def state(self) -> "InvitationState":
        if self.accepted:
            return InvitationState.ACCEPTED
        if self.withdrawn:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if self.expires <= timezone.now() else InvitationState.OPEN
