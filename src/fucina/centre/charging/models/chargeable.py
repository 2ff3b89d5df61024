import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import ChargeableKind
from fucina.centre.charging.models.bilingual import in_language


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Chargeable(models.Model):
    """What can have a price. Other apps point here from their machines, rooms, courses."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    kind = models.CharField(pgettext_lazy("charging", "kind"), max_length=20, choices=ChargeableKind)  # fmt: skip
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    active = models.BooleanField(pgettext_lazy("chargeable", "active"), default=True)

    class Meta:
        verbose_name = _("priced item")
        verbose_name_plural = _("priced items")
        ordering = ["kind", "name", "id"]
        constraints = [
            models.CheckConstraint(name="chargeable_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="chargeable_kind_is_known", condition=Q(kind__in=ChargeableKind.values)
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.name, self.name_en)
