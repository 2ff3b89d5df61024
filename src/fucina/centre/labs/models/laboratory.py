import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.hours import valid_hours
from fucina.centre.labs.models.policy import Policy
from fucina.centre.people.models import Organisation, Site


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Building(models.Model):
    """Where laboratories are, at a site of an organisation."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="buildings")
    name = models.CharField(_("name"), max_length=160)

    class Meta:
        verbose_name = pgettext_lazy("labs", "building")
        verbose_name_plural = pgettext_lazy("labs", "buildings")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="building_is_named", condition=~Q(name="")),
            models.UniqueConstraint(fields=["site", "name"], name="building_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Laboratory(Bilingual):
    """Rooms and machines under one roof of rules: opening hours, what its users must have learnt, who looks after it."""

    key = models.SlugField(_("key"), max_length=60, unique=True, null=True, blank=True, editable=False)  # fmt: skip
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="laboratories"
    )
    building = models.ForeignKey(
        Building, on_delete=models.PROTECT, null=True, blank=True, related_name="laboratories"
    )
    opening_hours = models.CharField(
        _("opening hours"),
        max_length=500,
        default="Mo-Fr 08:00-20:00; PH off",
        validators=[valid_hours],
        help_text=_("In the syntax of OpenStreetMap, such as Mo-Fr 08:30-18:30; PH off."),
    )
    policy = models.ForeignKey(
        Policy, on_delete=models.PROTECT, null=True, blank=True, related_name="laboratories"
    )
    listed = models.BooleanField(_("shown in the catalogue"), default=True)

    class Meta:
        verbose_name = _("laboratory")
        verbose_name_plural = _("laboratories")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="laboratory_is_named", condition=~Q(name="") & ~Q(opening_hours="")
            )
        ]
