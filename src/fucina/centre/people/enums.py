from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    PUBLIC = "public", _("public body")
    CHAMBER = "chamber", _("chamber of commerce")
    BUSINESS = "business", _("business association")
    UNIVERSITY = "university", _("university")
    RESEARCH = "research", _("research centre")
    FOUNDATION = "foundation", _("foundation")
    COMPANY = "company", _("company")
    OTHER = "other", _("other")
