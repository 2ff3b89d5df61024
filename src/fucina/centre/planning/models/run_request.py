"""A run that someone asked for on the web, and what became of it."""

import datetime as dt

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from fucina.centre.planning.enums import UNFINISHED, RequestState
from fucina.centre.planning.models.folder import Folder
from fucina.centre.planning.models.run import Run

PATIENCE = dt.timedelta(minutes=3)
"""A worker tells how far it is many times a minute; one that is silent for this long is gone."""


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["share", "step", "heard"],
)
class RunRequest(models.Model):
    """``share`` and ``step`` say how far it is, ``heard`` when its worker last said so.

    ``problems``: what went wrong, each as ``{"it": …, "en": …}``.
    """

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="requests")
    draws = models.PositiveIntegerField()
    seed = models.PositiveBigIntegerField()
    state = models.CharField(
        max_length=9, choices=RequestState, default=RequestState.QUEUED, editable=False
    )
    share = models.FloatField(default=0.0, editable=False)
    step = models.CharField(max_length=20, blank=True, editable=False)
    problems = models.JSONField(default=list, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True, editable=False)
    heard = models.DateTimeField(null=True, editable=False)
    ended = models.DateTimeField(null=True, editable=False)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, null=True, related_name="requests")

    class Meta:
        ordering = ["-asked", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["folder", "draws", "seed"],
                condition=Q(state__in=UNFINISHED),
                name="planning_runrequest_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RequestState.values), name="planning_runrequest_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.DONE, run__isnull=False)
                | ~Q(state=RequestState.DONE) & Q(run__isnull=True),
                name="planning_runrequest_done_with_run",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED, ended__isnull=True)
                | ~Q(state__in=UNFINISHED) & Q(ended__isnull=False),
                name="planning_runrequest_ended",
            ),
            models.CheckConstraint(
                condition=Q(share__gte=0, share__lte=1), name="planning_runrequest_share_of_one"
            ),
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=F("asked")),
                name="planning_runrequest_ended_after_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draws} draws, seed {self.seed}: {self.state}"

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def stalled(self) -> bool:
        """Its worker died without a word: the machine was switched off, say."""
        return (
            self.state == RequestState.RUNNING
            and self.heard is not None
            and self.heard < timezone.now() - PATIENCE
        )
