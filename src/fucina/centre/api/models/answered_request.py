from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnsweredRequest(models.Model):
    """What a write was answered, kept for a day under the key that its sender gave: the same request again gets the same answer."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)  # of method, address and body
    status = models.PositiveSmallIntegerField(
        null=True
    )  # None while the first one is being answered
    body = models.BinaryField(default=b"")
    content_type = models.CharField(max_length=100, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("answered request")
        verbose_name_plural = _("answered requests")
        indexes = [models.Index("created", name="answered_request_created")]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="answered_request_once")
        ]

    def __str__(self) -> str:
        return self.key
