from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import ContributionForm, ContributionPurpose, Valuation
from fucina.centre.governance.models.of_one_agreement import stays
from fucina.centre.governance.models.party import Party

NOTHING = Decimal("0.00")
OWED = Q(outstanding__gt=0)


class PromisedContributionQuerySet(models.QuerySet["PromisedContribution"]):
    def with_given(self) -> "PromisedContributionQuerySet":
        """Each with ``given``, the sum of what came in, and ``outstanding``, what is still owed."""
        money = models.DecimalField(max_digits=14, decimal_places=2)
        given = Coalesce(models.Sum("receipts__amount"), NOTHING, output_field=money)
        left = models.Case(
            models.When(released_on=None, then=models.F("amount") - models.F("given")),
            default=NOTHING,
            output_field=money,
        )
        # By dictionary: the type checker takes a keyword for a second definition of the model's own attribute.
        counted = self.annotate(**{"given": given})  # noqa: PIE804
        return counted.annotate(**{"outstanding": left})  # noqa: PIE804


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PromisedContribution(models.Model):
    """What a party undertook to give: an amount in cash, or something in kind and its value in euro.

    One row an instalment. Its amount is never less than what was given against it.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="promises")
    form = models.CharField(_("form"), max_length=10, choices=ContributionForm)
    purpose = models.CharField(_("purpose"), max_length=20, choices=ContributionPurpose)
    what = models.CharField(_("what is promised"), max_length=250)
    amount = models.DecimalField(_("value (€)"), max_digits=14, decimal_places=2)
    valuation = models.CharField(
        _("valuation method"), max_length=20, choices=Valuation, blank=True
    )
    instalment = models.PositiveSmallIntegerField(_("instalment"), null=True, blank=True)
    due = models.DateField(_("due on"), null=True, blank=True)
    conditions = models.CharField(_("conditions"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    released_on = models.DateField(_("released on"), null=True, blank=True, editable=False)
    released_why = models.CharField(
        _("reason of the release"), max_length=250, blank=True, editable=False
    )

    objects = PromisedContributionQuerySet.as_manager()

    given: Decimal
    outstanding: Decimal

    class Meta:
        verbose_name = _("promised contribution")
        verbose_name_plural = _("promised contributions")
        ordering = [models.F("due").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(name="promise_is_said", condition=~Q(what="")),
            models.CheckConstraint(
                name="promise_words_are_known",
                condition=Q(
                    form__in=ContributionForm.values, purpose__in=ContributionPurpose.values
                ),
            ),
            models.CheckConstraint(
                name="promise_is_of_something",
                condition=Q(amount__gt=0),
                violation_error_message=_("The amount is more than zero."),
            ),
            models.CheckConstraint(
                name="promise_in_kind_is_valued",
                condition=Q(form=ContributionForm.CASH, valuation="")
                | Q(form=ContributionForm.IN_KIND, valuation__in=Valuation.values),
                violation_error_message=_(
                    "A contribution in kind says how its value was found; cash needs no valuation."
                ),
            ),
            models.CheckConstraint(
                name="promise_released_for_a_reason",
                condition=Q(released_on=None, released_why="")
                | Q(released_on__isnull=False) & ~Q(released_why=""),
            ),
        ]
        triggers = [
            stays("party"),
            pgtrigger.Trigger(
                name="not_less_than_given",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("amount"),  # type: ignore[no-untyped-call]
                declare=[("total", "NUMERIC")],
                func="""
                    SELECT COALESCE(SUM(amount), 0) INTO total FROM governance_givencontribution
                     WHERE promise_id = NEW.id;
                    IF total > NEW.amount THEN
                        RAISE EXCEPTION 'promise % of %, yet % were given', NEW.id, NEW.amount, total
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'given_within_promise';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("governance:contribution", kwargs={"promise": self.pk})
