import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models.draft import part_of_a_draft
from fucina.centre.charging.models.rate import Rate, money


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RateTier(models.Model):
    """From so many hours on within the time counted, another price an hour."""

    rate = models.ForeignKey(Rate, on_delete=models.CASCADE, related_name="tiers")
    after = models.DecimalField(_("from hours"), max_digits=8, decimal_places=2)
    amount = money(pgettext_lazy("charging", "price (€)"))

    class Meta:
        verbose_name = _("tier of a rate")
        verbose_name_plural = _("tiers of rates")
        ordering = ["rate", "after"]
        constraints = [
            models.UniqueConstraint(
                fields=["rate", "after"],
                name="rate_tier_once",
                violation_error_code="taken",
                violation_error_message=_("A tier begins there already."),
            ),
            models.CheckConstraint(
                name="rate_tier_is_positive",
                condition=Q(after__gt=0, amount__gte=0),
                violation_error_message=_("A tier begins after some time, and its price is not negative."),
            ),
        ]  # fmt: skip
        triggers = [part_of_a_draft()]

    def __str__(self) -> str:
        return f"{self.after} h: {self.amount} €"
