import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Expert(models.Model):
    """A person whose hours can be booked; competences are the resource's capabilities, hours its opening hours."""

    resource = models.OneToOneField(
        Resource, on_delete=models.CASCADE, primary_key=True, related_name="expert"
    )
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="expert")
    position = models.CharField(pgettext_lazy("labs", "position"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    def __str__(self) -> str:
        return str(self.resource)
