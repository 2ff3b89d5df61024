import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Room(models.Model):
    """A room, a hall or a part of one. How many it holds is its schedule's capacity; ``resource.inside`` is what it is in."""

    resource = models.OneToOneField(
        Resource, on_delete=models.CASCADE, primary_key=True, related_name="room"
    )
    code = models.CharField(pgettext_lazy("labs", "door sign"), max_length=30, blank=True)
    floor = models.CharField(_("floor"), max_length=30, blank=True)
    area = models.DecimalField(
        _("area (m²)"), max_digits=8, decimal_places=1, null=True, blank=True
    )
    hazards = models.TextField(_("hazards"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self) -> str:
        return str(self.resource)
