import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Series(models.Model):
    """Bookings that were asked for together, such as every Tuesday; each is a booking of its own."""

    rule = models.CharField(pgettext_lazy("series", "repetition"), max_length=200)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("series of bookings")
        verbose_name_plural = pgettext_lazy("several", "series of bookings")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.rule
