import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import CapabilityKind
from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Capability(Bilingual):
    """What a machine or a person can do: a process, the materials, a measure with its unit, a competence."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=CapabilityKind)
    unit = models.CharField(pgettext_lazy("quantity", "unit"), max_length=20, blank=True)
    synonyms = models.CharField(
        _("other words for it"),
        max_length=500,
        blank=True,
        help_text=_("Separated by commas; the search knows them."),
    )

    class Meta:
        verbose_name = _("capability")
        verbose_name_plural = _("capabilities")
        ordering = ["kind", "name", "id"]
        constraints = [
            models.CheckConstraint(
                name="capability_kind_is_known",
                condition=Q(kind__in=CapabilityKind.values) & ~Q(name=""),
            ),
            models.CheckConstraint(
                name="capability_measure_has_a_unit",
                condition=Q(kind=CapabilityKind.MEASURE) & ~Q(unit="")
                | ~Q(kind=CapabilityKind.MEASURE) & Q(unit=""),
                violation_error_message=_("A measure has a unit, nothing else has."),
            ),
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CapabilityValue(models.Model):
    """That a resource has a capability: what in words, or from how much to how much in the capability's unit."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="capabilities")
    capability = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="values")
    text = models.CharField(_("which"), max_length=160, blank=True)
    low = models.FloatField(_("at least"), null=True, blank=True)
    high = models.FloatField(_("at most"), null=True, blank=True)

    class Meta:
        verbose_name = _("capability of a resource")
        verbose_name_plural = _("capabilities of resources")
        ordering = ["capability", "text", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "capability", "text"], name="capability_value_once"
            ),
            models.CheckConstraint(
                name="capability_range_is_in_order",
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")),
                violation_error_message=_("The least is more than the most."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource_id}: {self.capability_id} {self.text}"
