import hashlib

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["digest", "last_used"],
)
class Token(models.Model):
    """A personal key to the API: what its owner may do, narrowed to some scopes, until a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens"
    )
    name = models.CharField(_("name"), max_length=80)
    digest = models.CharField(
        max_length=64, unique=True, editable=False
    )  # SHA-256 of 32 random bytes
    start = models.CharField(_("begins with"), max_length=12, editable=False)
    scopes = ArrayField(models.CharField(max_length=40), verbose_name=_("scopes"))
    created = models.DateTimeField(_("made on"), default=timezone.now)
    expires = models.DateTimeField(_("good until"))
    last_used = models.DateTimeField(_("last used"), null=True, blank=True)
    revoked = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("personal token")
        verbose_name_plural = _("personal tokens")
        ordering = ["-created", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def usable(self) -> bool:
        return self.revoked is None and self.expires > timezone.now() and self.user.is_active


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
