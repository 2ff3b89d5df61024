from typing import Any

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import QualificationKind
from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.labs.models.of_lab_or_resource import about_one
from fucina.centre.labs.models.resource import Resource


def _days(label: Any) -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(label, null=True, blank=True)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Qualification(Bilingual):
    """What one must have learnt: general or specific safety, the operation of a machine or of a group of machines."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=QualificationKind)
    levels = models.PositiveSmallIntegerField(_("levels"), default=1)
    valid_days = _days(_("valid for (days)"))
    unused_days = _days(_("lost after the last use (days)"))
    never_used_days = _days(_("lost if never used (days)"))

    class Meta:
        verbose_name = _("qualification")
        verbose_name_plural = _("qualifications")
        ordering = ["kind", "name", "id"]
        constraints = [
            models.CheckConstraint(
                name="qualification_kind_is_known",
                condition=Q(kind__in=QualificationKind.values) & ~Q(name=""),
            ),
            models.CheckConstraint(
                name="qualification_levels_are_few", condition=Q(levels__gte=1, levels__lte=9)
            ),
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Requirement(models.Model):
    """That a machine, or everything in a laboratory, is for the qualified only."""

    qualification = models.ForeignKey(
        Qualification, on_delete=models.PROTECT, related_name="requirements"
    )
    laboratory = models.ForeignKey(
        Laboratory, on_delete=models.CASCADE, null=True, blank=True, related_name="requirements"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, null=True, blank=True, related_name="requirements"
    )
    level = models.PositiveSmallIntegerField(pgettext_lazy("labs", "level"), default=1)

    class Meta:
        verbose_name = _("required qualification")
        verbose_name_plural = _("required qualifications")
        ordering = ["id"]
        constraints = [
            about_one("requirement_of_one_thing"),
            models.UniqueConstraint(
                fields=["qualification", "laboratory", "resource"],
                name="requirement_once",
                nulls_distinct=False,
                violation_error_code="taken",
                violation_error_message=_("It is required already."),
            ),
            models.CheckConstraint(name="requirement_has_a_level", condition=Q(level__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.qualification_id} ≥ {self.level}"
