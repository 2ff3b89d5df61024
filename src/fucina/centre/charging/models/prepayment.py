import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.enums import ChargeableKind
from fucina.centre.charging.models.payer_account import PayerAccount
from fucina.centre.charging.models.rate import money
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Prepayment(Period):
    """Money paid in before use. Its balance is what was paid in less what standing charges and open commitments take."""

    account = models.ForeignKey(PayerAccount, on_delete=models.PROTECT, related_name="prepayments")
    amount = money(_("paid in (€)"))
    kinds = ArrayField(
        models.CharField(max_length=20, choices=ChargeableKind),
        verbose_name=_("pays only for"), default=list, blank=True,
    )  # fmt: skip
    low_balance = money(_("warn when the balance is below (€)"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    recorded = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    objects = PeriodQuerySet["Prepayment"].as_manager()

    class Meta:
        verbose_name = _("prepayment")
        verbose_name_plural = _("prepayments")
        ordering = ["valid_from", "id"]
        constraints = [
            ends_after_it_begins("prepayment_period"),
            models.CheckConstraint(
                name="prepayment_is_something",
                condition=Q(amount__gt=0),
                violation_error_message=_("The amount is more than zero."),
            ),
            models.CheckConstraint(
                name="prepayment_kinds_are_known",
                condition=Q(kinds__contained_by=ChargeableKind.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} € ({self.account_id})"
