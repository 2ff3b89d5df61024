from django.db import models
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import Role


class InvitationState(models.TextChoices):
    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("taken up")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


GRANTED_BY_COLLEAGUES = (
    Role.COMPANY_MEMBER,
    Role.RESEARCHER,
    Role.PARTNER_REPRESENTATIVE,
)
"""Roles to which whoever looks after an organisation may invite; all others are the director's to give."""
