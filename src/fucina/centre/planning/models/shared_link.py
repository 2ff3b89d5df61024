"""A link that shows one run to whoever has it, without signing in."""

import hashlib

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from fucina.centre.planning.models.run import Run


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["digest"]
)
class SharedLink(models.Model):
    """``digest`` is the SHA-256 of a secret of 32 random bytes that is nowhere kept.

    ``question``: what is asked on the page “Explore”, as the query of its address.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="shared_links")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    question = models.CharField(max_length=4000, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires__gt=F("made")), name="planning_sharedlink_expires_later"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="planning_sharedlink_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def open(self) -> bool:
        return self.revoked is None and self.expires > timezone.now()


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
