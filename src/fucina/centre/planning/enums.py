from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RunStatus(TextChoices):
    CURRENT = "current", _("Current")
    SUPERSEDED = "superseded", _("Superseded")


class DrawnLanguage(TextChoices):
    ITALIAN = "it", _("Italian")
    ENGLISH = "en", _("English")
