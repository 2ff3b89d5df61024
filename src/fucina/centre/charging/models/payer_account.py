import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import Beyond, ChargeableKind, Span
from fucina.centre.charging.models.rate import money
from fucina.centre.governance.models import Agreement
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PayerAccount(Period):
    """Where charges go: an order, a cost centre, a grant of an organisation.

    ``kinds`` are those that it pays, all where empty. Open commitments count against ``cap`` as charges do. Where it rests on
    an agreement, it pays only while that is in force.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="payer_accounts"
    )
    code = models.CharField(pgettext_lazy("charging", "code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    active = models.BooleanField(pgettext_lazy("payer account", "active"), default=True)
    kinds = ArrayField(
        models.CharField(max_length=20, choices=ChargeableKind),
        verbose_name=_("pays only for"), default=list, blank=True,
    )  # fmt: skip
    cap = money(_("cap (€)"), null=True, blank=True)
    cap_per = models.CharField(
        _("cap counted over"), max_length=10, choices=Span, default=Span.YEAR
    )
    beyond_prepayment = models.CharField(
        _("beyond a prepayment"), max_length=10, choices=Beyond, default=Beyond.REFUSE
    )
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True,
        related_name="payer_accounts", verbose_name=_("under the agreement"),
    )  # fmt: skip

    objects = PeriodQuerySet["PayerAccount"].as_manager()

    class Meta:
        verbose_name = _("payer account")
        verbose_name_plural = _("payer accounts")
        ordering = ["code", "id"]
        constraints = [
            ends_after_it_begins("payer_account_period"),
            models.CheckConstraint(
                name="payer_account_is_named", condition=~Q(code="") & ~Q(name="")
            ),
            models.CheckConstraint(
                name="payer_account_cap_is_not_negative",
                condition=Q(cap=None) | Q(cap__gte=0),
                violation_error_message=_("A cap cannot be negative."),
            ),
            models.CheckConstraint(
                name="payer_account_words_are_known",
                condition=Q(
                    kinds__contained_by=ChargeableKind.values, cap_per__in=Span.values,
                    beyond_prepayment__in=Beyond.values,
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.code} · {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("charging:account", kwargs={"account": self.pk})
