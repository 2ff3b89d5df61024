import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models.charge_item import ChargeItem
from fucina.centre.charging.models.kept import kept, never_deleted


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class DayPaid(models.Model):
    """A day for which an item's daily price was charged; the person and the project are those of the charge."""

    item = models.ForeignKey(ChargeItem, on_delete=models.PROTECT, related_name="days")
    day = models.DateField(pgettext_lazy("charging", "day"))
    accounts = models.CharField(_("payer accounts"), max_length=200)

    class Meta:
        verbose_name = _("day paid")
        verbose_name_plural = _("days paid")
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["item", "day"], name="day_paid_once")]
        triggers = [kept(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.day} ({self.item_id})"
