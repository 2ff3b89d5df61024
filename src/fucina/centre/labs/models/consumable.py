import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Chargeable, Project
from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Consumable(Bilingual):
    """Powder, gas, gloves: what is used up. It is not booked but taken, and there is never less than none."""

    key = models.SlugField(_("key"), max_length=60, unique=True, null=True, blank=True, editable=False)  # fmt: skip
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="consumables")
    unit = models.CharField(pgettext_lazy("quantity", "unit"), max_length=20)
    stock = models.DecimalField(_("in stock"), max_digits=12, decimal_places=3, default=0)
    threshold = models.DecimalField(
        _("to be ordered below"), max_digits=12, decimal_places=3, default=0
    )
    chargeable = models.ForeignKey(
        Chargeable,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consumables",
        verbose_name=_("charged as"),
    )
    listed = models.BooleanField(_("shown in the catalogue"), default=True)

    class Meta:
        verbose_name = _("consumable")
        verbose_name_plural = _("consumables")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="consumable_is_named", condition=~Q(name="") & ~Q(unit="")),
            models.CheckConstraint(
                name="consumable_stock_is_not_negative",
                condition=Q(stock__gte=0, threshold__gte=0),
                violation_error_code="stock",
                violation_error_message=_("There is not that much in stock."),
            ),
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Withdrawal(models.Model):
    """What somebody took of a consumable, or (negative) what was brought."""

    consumable = models.ForeignKey(Consumable, on_delete=models.PROTECT, related_name="withdrawals")
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawals"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(name="withdrawal_is_of_something", condition=~Q(quantity=0))
        ]

    def __str__(self) -> str:
        return f"{self.consumable_id}: {self.quantity}"
