"""What changed between two runs, and why: worked out once, and kept."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from fucina.centre.planning.enums import RequestState
from fucina.centre.planning.models.run import Run


class RunComparison(models.Model):
    """``found`` is the comparison as JSON. It can be worked out again at any time, so it has no history."""

    old = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    new = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=9, choices=RequestState, default=RequestState.QUEUED)
    found = models.JSONField(default=dict)
    asked = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="planning_runcomparison_once"),
            models.CheckConstraint(
                condition=~Q(old=F("new")), name="planning_runcomparison_of_two_runs"
            ),
            models.CheckConstraint(
                condition=Q(state__in=RequestState.values),
                name="planning_runcomparison_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
