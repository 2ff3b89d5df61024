"""What a token may be used for: never more than its owner may do, and often less."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    PEOPLE_READ = "people:read", _("read organisations and people")
    PEOPLE_WRITE = "people:write", _("record and correct organisations and people")
    GOVERNANCE_READ = "governance:read", _("read agreements, contributions and quotas")
    CHARGING_READ = "charging:read", _("read prices and charges")
    LABS_READ = "labs:read", _("read laboratories and bookings")
    LABS_WRITE = "labs:write", _("make, move and cancel bookings")
