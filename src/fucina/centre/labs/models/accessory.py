import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from fucina.centre.labs.models.machine import Machine
from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Accessory(models.Model):
    """What is lent together with a machine or by itself; how many there are is its schedule's capacity."""

    resource = models.OneToOneField(
        Resource, on_delete=models.CASCADE, primary_key=True, related_name="accessory"
    )
    fits = models.ManyToManyField(
        Machine, blank=True, related_name="accessories", verbose_name=_("fits the machines")
    )

    class Meta:
        verbose_name = _("accessory")
        verbose_name_plural = _("accessories")

    def __str__(self) -> str:
        return str(self.resource)
