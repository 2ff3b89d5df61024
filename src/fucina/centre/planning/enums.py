from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RunStatus(TextChoices):
    CURRENT = "current", _("Published")
    SUPERSEDED = "superseded", _("Superseded")
    KEPT = "kept", _("Not published")


class DrawnLanguage(TextChoices):
    ITALIAN = "it", _("Italian")
    ENGLISH = "en", _("English")


class RequestState(TextChoices):
    """How a computation that someone asked for stands."""

    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Being computed")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


UNFINISHED = (RequestState.QUEUED, RequestState.RUNNING)
