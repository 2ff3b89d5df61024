import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models.charge_item import ChargeItem
from fucina.centre.charging.models.kept import kept, never_deleted
from fucina.centre.charging.models.rate import money


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ChargeLine(models.Model):
    """A line of a charge as ``fucina.methods.pricing`` wrote it: from, to, quantity, unit price, rule, amount."""

    item = models.ForeignKey(ChargeItem, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField(pgettext_lazy("charging", "position"))
    rule = models.CharField(pgettext_lazy("charging", "rule"), max_length=20)
    starts = models.DateTimeField(pgettext_lazy("hours", "from"), null=True, blank=True)
    ends = models.DateTimeField(pgettext_lazy("hours", "to"), null=True, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=14, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=10)
    unit_price = models.DecimalField(_("unit price (€)"), max_digits=14, decimal_places=4)
    amount = money(pgettext_lazy("charging", "amount (€)"))
    name = models.CharField(_("name"), max_length=60, blank=True)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    percent = models.DecimalField(_("reduction (%)"), max_digits=5, decimal_places=2, default=0)
    tier = models.DecimalField(_("from hours"), max_digits=8, decimal_places=2, default=0)
    instead = money(_("in place of (€)"), null=True, blank=True)

    class Meta:
        verbose_name = _("line of a charge")
        verbose_name_plural = _("lines of charges")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="charge_line_once")
        ]
        triggers = [kept(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.rule}: {self.amount} €"
