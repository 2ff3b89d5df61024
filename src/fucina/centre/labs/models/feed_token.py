import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.labs.models.resource import Resource


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["digest", "last_used"],
)
class FeedToken(models.Model):
    """The secret address of a calendar: one's own bookings, or those of a machine or a laboratory as one may see them."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lab_feeds"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    laboratory = models.ForeignKey(
        Laboratory, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(_("made on"), default=timezone.now)
    last_used = models.DateTimeField(_("last used"), null=True, blank=True)
    revoked = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["-created", "-id"]
        constraints = [
            models.CheckConstraint(
                name="feed_token_of_one_thing",
                condition=Q(resource=None) | Q(laboratory=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.resource_id or self.laboratory_id or ''}"
