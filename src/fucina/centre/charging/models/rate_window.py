import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import Basis
from fucina.centre.charging.models.bilingual import in_language
from fucina.centre.charging.models.draft import part_of_a_draft
from fucina.centre.charging.models.rate import Rate, money


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RateWindow(models.Model):
    """Hours of the week with a price of their own, or with so many per cent less.

    Days are 0 (Monday) to 6; ``until`` at or before ``since`` is on the day after.
    """

    rate = models.ForeignKey(Rate, on_delete=models.CASCADE, related_name="windows")
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("days"))
    since = models.TimeField(pgettext_lazy("hours", "from"))
    until = models.TimeField(pgettext_lazy("hours", "to"))
    percent = models.DecimalField(_("reduction (%)"), max_digits=5, decimal_places=2, null=True, blank=True)  # fmt: skip
    basis = models.CharField(
        pgettext_lazy("price", "basis"), max_length=10, choices=Basis, blank=True
    )
    amount = money(pgettext_lazy("charging", "price (€)"), null=True, blank=True)
    fee = money(_("service fee (€)"), default=0)
    minimum = money(_("minimum (€)"), default=0)

    class Meta:
        verbose_name = _("time window of a rate")
        verbose_name_plural = _("time windows of rates")
        ordering = ["rate", "since", "id"]
        constraints = [
            models.CheckConstraint(
                name="rate_window_is_price_or_reduction",
                condition=Q(percent__isnull=False, percent__gt=0, percent__lte=100, amount=None, basis="", fee=0, minimum=0)
                | Q(percent=None, amount__isnull=False, amount__gte=0, fee__gte=0, minimum__gte=0, basis__in=[Basis.HOURLY, Basis.FLAT, Basis.DAILY]),
                violation_error_message=_("Give a price with its basis, or a reduction between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                name="rate_window_has_days",
                condition=Q(days__len__gte=1, days__contained_by=[0, 1, 2, 3, 4, 5, 6]),
                violation_error_message=_("Choose at least one day."),
            ),
        ]  # fmt: skip
        triggers = [part_of_a_draft()]

    def __str__(self) -> str:
        return in_language(self.name, self.name_en)
