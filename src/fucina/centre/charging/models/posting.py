import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import ChargeableKind, CommitmentState
from fucina.centre.charging.models.charge import Charge
from fucina.centre.charging.models.commitment import Commitment
from fucina.centre.charging.models.kept import kept, never_deleted
from fucina.centre.charging.models.payer_account import PayerAccount
from fucina.centre.charging.models.prepayment import Prepayment
from fucina.centre.charging.models.rate import money


class PostingQuerySet(models.QuerySet["Posting"]):
    def counted(self) -> "PostingQuerySet":
        """Of standing charges and open commitments: what caps and balances are made of."""
        return self.filter(
            Q(charge__isnull=False, charge__voided=None)
            | Q(commitment__isnull=False, commitment__state=CommitmentState.OPEN)
        )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Posting(models.Model):
    """What a payer account takes of a charge or of a commitment, on a day; out of a prepayment where one is named."""

    charge = models.ForeignKey(
        Charge, on_delete=models.PROTECT, null=True, blank=True, related_name="postings"
    )
    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, blank=True, related_name="postings"
    )
    account = models.ForeignKey(PayerAccount, on_delete=models.PROTECT, related_name="postings")
    prepayment = models.ForeignKey(
        Prepayment, on_delete=models.PROTECT, null=True, blank=True, related_name="postings"
    )
    on = models.DateField(pgettext_lazy("charging", "day"))
    kind = models.CharField(pgettext_lazy("charging", "kind"), max_length=20, choices=ChargeableKind)  # fmt: skip
    percent = models.DecimalField(_("share (%)"), max_digits=5, decimal_places=2)
    amount = money(pgettext_lazy("charging", "amount (€)"))

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ["account", "on", "id"]
        indexes = [models.Index("account", "on", name="posting_account_day")]
        constraints = [
            models.CheckConstraint(
                name="posting_of_one",
                condition=Q(charge__isnull=False, commitment=None)
                | Q(charge=None, commitment__isnull=False),
            ),
            models.CheckConstraint(
                name="posting_kind_is_known",
                condition=Q(kind__in=ChargeableKind.values, amount__gte=0),
            ),
        ]
        triggers = [kept(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.amount} €"
