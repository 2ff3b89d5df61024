import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.models.project import Project
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectPerson(models.Model):
    """A person who may charge to a project; with none of these, everybody of its organisation may."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="charging_projects")

    class Meta:
        verbose_name = _("person on a project")
        verbose_name_plural = _("persons on projects")
        ordering = ["project", "person"]
        constraints = [
            models.UniqueConstraint(fields=["project", "person"], name="project_person_once")
        ]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.person_id}"
