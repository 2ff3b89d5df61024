import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.models.chargeable import Chargeable
from fucina.centre.charging.models.project import Project


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectLimit(models.Model):
    """An item that a project may be charged for; a project with none of these may be charged for all."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="limits")
    chargeable = models.ForeignKey(Chargeable, on_delete=models.PROTECT, related_name="limits")

    class Meta:
        verbose_name = _("item of a project")
        verbose_name_plural = _("items of projects")
        ordering = ["project", "chargeable"]
        constraints = [
            models.UniqueConstraint(fields=["project", "chargeable"], name="project_limit_once")
        ]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.chargeable_id}"
