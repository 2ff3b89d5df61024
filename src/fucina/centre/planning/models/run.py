import pghistory
from django.db import models
from django.db.models import Q

from fucina.centre.planning.enums import RunStatus


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["study_data", "result_data", "answer"],
)
class Run(models.Model):
    """A study as it was computed once. One run of a study is the current one, which everyone reads; the
    others are kept for those who work on it.

    ``answer`` is the result in short, for lists: ``seat`` and ``alternative`` as ``{"it": …, "en": …}``,
    ``probability`` of the seat. ``seconds``: how long it took.
    """

    study = models.SlugField(max_length=60)
    title_it = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=128)
    version = models.CharField(max_length=40)
    draws = models.PositiveIntegerField()
    seed = models.PositiveBigIntegerField()
    as_of = models.DateField()
    computed_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=RunStatus, default=RunStatus.CURRENT)
    seconds = models.FloatField(null=True)
    answer = models.JSONField(default=dict)
    output = models.CharField(max_length=200)
    study_data = models.JSONField()
    result_data = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "fingerprint", "draws", "seed", "version"],
                name="planning_run_computed_once",
            ),
            models.UniqueConstraint(
                fields=["study"],
                condition=Q(status=RunStatus.CURRENT),
                name="planning_run_one_current_per_study",
            ),
            models.CheckConstraint(
                condition=Q(status__in=RunStatus.values), name="planning_run_status_known"
            ),
            models.CheckConstraint(condition=Q(draws__gt=0), name="planning_run_draws_positive"),
            models.CheckConstraint(
                condition=~Q(output="") & ~Q(output__contains="/") & ~Q(output__startswith="."),
                name="planning_run_output_plain_folder_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study} {self.fingerprint[:12]} ({self.draws} draws, seed {self.seed})"
