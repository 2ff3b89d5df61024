import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.models.document import private_storage
from fucina.centre.labs.enums import Severity
from fucina.centre.labs.models.resource import Resource


def nameless(report: models.Model, name: str) -> str:
    return f"labs/problems/{uuid.uuid4().hex}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProblemReport(models.Model):
    """Something is wrong with a resource. Text and photo are for staff; that there is a problem, for everybody."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="problems")
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    text = models.TextField(_("what is wrong"), max_length=4000)
    photo = models.FileField(
        _("photo"), upload_to=nameless, storage=private_storage, max_length=100, blank=True
    )
    photo_type = models.CharField(max_length=100, blank=True, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reported = models.DateTimeField(_("reported"), default=timezone.now)
    solved = models.DateTimeField(_("solved"), null=True, blank=True)
    solved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    solution = models.TextField(_("how it was solved"), blank=True, max_length=4000)

    class Meta:
        verbose_name = _("reported problem")
        verbose_name_plural = _("reported problems")
        ordering = ["-reported", "-id"]
        constraints = [
            models.CheckConstraint(
                name="problem_report_says_something",
                condition=~Q(text="") & Q(severity__in=Severity.values),
            ),
            models.CheckConstraint(
                name="problem_report_solved_how",
                condition=Q(solved=None) & Q(solution="") | Q(solved__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
