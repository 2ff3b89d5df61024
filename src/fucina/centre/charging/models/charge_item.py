import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.models.charge import Charge
from fucina.centre.charging.models.chargeable import Chargeable
from fucina.centre.charging.models.kept import kept, never_deleted
from fucina.centre.charging.models.rate import Rate, money


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ChargeItem(models.Model):
    """One item of a charge with all that its price was made of, so that it can be worked out again."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="items")
    chargeable = models.ForeignKey(
        Chargeable, on_delete=models.PROTECT, related_name="charge_items"
    )
    rate = models.ForeignKey(Rate, on_delete=models.PROTECT, related_name="charge_items")
    user_class = models.CharField(_("class of users"), max_length=20, choices=UserClass)
    assisted = models.BooleanField(_("with assistance"), default=False)
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3, default=1)
    starts = models.DateTimeField(_("booked from"), null=True, blank=True)
    ends = models.DateTimeField(_("booked to"), null=True, blank=True)
    used = models.JSONField(_("used"), null=True, blank=True)  # pairs of ISO times
    cancelled = models.DateTimeField(_("cancelled"), null=True, blank=True)
    hours = models.DecimalField(_("hours"), max_digits=12, decimal_places=4, default=0)
    counted = money(_("amount before subsidy (€)"), default=0)  # what a cap counts
    amount = money(pgettext_lazy("charging", "amount (€)"))

    class Meta:
        verbose_name = _("item of a charge")
        verbose_name_plural = _("items of charges")
        ordering = ["charge", "id"]
        constraints = [
            models.CheckConstraint(
                name="charge_item_is_not_negative", condition=Q(amount__gte=0, quantity__gte=0)
            )
        ]
        triggers = [kept(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.charge_id}: {self.chargeable_id}"
