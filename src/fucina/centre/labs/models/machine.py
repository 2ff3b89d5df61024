from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.resource import Resource

ROW = {"name", "value", "unit"}


def typed_rows(rows: Any) -> None:
    """Technical data are rows of a name, a value (text or number) and a unit."""
    sound = isinstance(rows, list) and all(
        isinstance(row, dict)
        and set(row) == ROW
        and isinstance(row["name"], str)
        and row["name"]
        and isinstance(row["unit"], str)
        and isinstance(row["value"], (str, int, float))
        and not isinstance(row["value"], bool)
        for row in rows
    )
    if not sound:
        raise ValidationError(
            _("Technical data are rows of name, value and unit."), code="technical_data"
        )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class MachineType(Bilingual):
    """A category of machines; quotas may count all of a category together."""

    key = models.SlugField(_("key"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("category of machines")
        verbose_name_plural = _("categories of machines")
        ordering = ["name", "id"]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Machine(models.Model):
    """A machine or an instrument."""

    resource = models.OneToOneField(
        Resource, on_delete=models.CASCADE, primary_key=True, related_name="machine"
    )
    type = models.ForeignKey(
        MachineType,
        on_delete=models.PROTECT,
        related_name="machines",
        verbose_name=pgettext_lazy("machine", "category"),
    )
    maker = models.CharField(_("maker"), max_length=120, blank=True)
    model = models.CharField(pgettext_lazy("machine", "model"), max_length=120, blank=True)
    serial = models.CharField(_("serial number"), max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(_("year built"), null=True, blank=True)
    hazards = models.TextField(_("hazards"), blank=True, max_length=2000)
    technical_data = models.JSONField(
        _("technical data"), default=list, blank=True, validators=[typed_rows]
    )

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        constraints = [
            models.CheckConstraint(
                name="machine_year_is_plausible",
                condition=Q(year=None) | Q(year__gte=1900, year__lte=2200),
            )
        ]

    def __str__(self) -> str:
        return str(self.resource)
