import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import Basis, Mode, Once, Rounding, Span, UserClass
from fucina.centre.charging.models.chargeable import Chargeable
from fucina.centre.charging.models.price_list import PriceList
from fucina.centre.people.models.period import (
    DateRange,
    Period,
    PeriodQuerySet,
    ends_after_it_begins,
)

PUBLISHED_STAYS = """
    IF OLD.published AND (TG_OP = 'DELETE'
       OR to_jsonb(OLD) - 'valid_until' IS DISTINCT FROM to_jsonb(NEW) - 'valid_until') THEN
        RAISE EXCEPTION 'rate % is published', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def money(label: object, **more: object) -> models.DecimalField:  # type: ignore[type-arg]
    return models.DecimalField(label, max_digits=12, decimal_places=2, **more)  # type: ignore[arg-type]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Rate(Period):
    """What an item costs one class of users, with the centre's assistance or without, and by which rules.

    ``counted_per`` is the time over which tiers count hours and ``cap`` counts amounts, for one project and item. Published
    rates of one item, class and assistance never hold on the same day; a trigger keeps ``published`` as its price list is.
    """

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="rates")
    chargeable = models.ForeignKey(Chargeable, on_delete=models.PROTECT, related_name="rates")
    user_class = models.CharField(_("class of users"), max_length=20, choices=UserClass)
    assisted = models.BooleanField(_("with assistance"), default=False)
    basis = models.CharField(
        pgettext_lazy("price", "basis"), max_length=10, choices=Basis, default=Basis.HOURLY
    )
    amount = money(pgettext_lazy("charging", "price (€)"))
    fee = money(_("service fee (€)"), default=0)
    minimum = money(_("minimum (€)"), default=0)
    subsidy = money(_("subsidy (€ per hour)"), default=0)
    cap = money(_("cap (€)"), null=True, blank=True)
    counted_per = models.CharField(
        _("tiers and cap counted over"), max_length=10, choices=Span, default=Span.MONTH
    )
    mode = models.CharField(_("time billed"), max_length=15, choices=Mode, default=Mode.RESERVATION)
    rounding = models.CharField(
        _("length counted"), max_length=15, choices=Rounding, default=Rounding.EXACT
    )
    once = models.CharField(_("a day is paid"), max_length=10, choices=Once, default=Once.PROJECT)
    free_minutes = models.PositiveIntegerField(
        _("cancelling is free until (minutes before)"), default=0
    )
    cancellation_fee = money(_("fee for late cancellation (€)"), default=0)
    cancellation_full = models.BooleanField(_("late cancellation costs the full price"), default=False)  # fmt: skip
    published = models.BooleanField(_("published"), default=False, editable=False)

    objects = PeriodQuerySet["Rate"].as_manager()

    class Meta:
        verbose_name = _("rate")
        verbose_name_plural = _("rates")
        ordering = ["chargeable__kind", "chargeable__name", "user_class", "assisted", "valid_from"]
        constraints = [
            ends_after_it_begins("rate_period"),
            models.CheckConstraint(
                name="rate_is_not_negative",
                condition=Q(
                    amount__gte=0, fee__gte=0, minimum__gte=0, subsidy__gte=0,
                    cancellation_fee__gte=0,
                )
                & (Q(cap=None) | Q(cap__gte=0)),
                violation_error_message=_("A price cannot be negative."),
            ),
            models.CheckConstraint(
                name="rate_subsidy_within_price",
                condition=Q(subsidy=0) | Q(basis=Basis.HOURLY, subsidy__lte=F("amount")),
                violation_error_code="subsidy",
                violation_error_message=_("A subsidy is for an hourly price, and not more than it."),
            ),
            models.CheckConstraint(
                name="rate_words_are_known",
                condition=Q(
                    user_class__in=UserClass.values, basis__in=Basis.values, mode__in=Mode.values,
                    rounding__in=Rounding.values, once__in=Once.values,
                    counted_per__in=Span.values,
                ),
            ),
            ExclusionConstraint(
                name="rate_once_in_a_list",
                expressions=[
                    ("price_list", RangeOperators.EQUAL),
                    ("chargeable", RangeOperators.EQUAL),
                    ("user_class", RangeOperators.EQUAL),
                    (models.Case(models.When(assisted=True, then=1), default=0, output_field=models.IntegerField()), RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="overlap",
                violation_error_message=_("The list has this price for that time already."),
            ),
            ExclusionConstraint(
                name="published_rates_do_not_overlap",
                expressions=[
                    ("chargeable", RangeOperators.EQUAL),
                    ("user_class", RangeOperators.EQUAL),
                    (models.Case(models.When(assisted=True, then=1), default=0, output_field=models.IntegerField()), RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                condition=Q(published=True),
                violation_error_code="overlap",
                violation_error_message=_("Another published price holds in that time."),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="published_as_its_list",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    NEW.published := EXISTS (
                        SELECT FROM charging_pricelist
                         WHERE id = NEW.price_list_id AND published IS NOT NULL);
                    IF NEW.published THEN
                        RAISE EXCEPTION 'price list % is published', NEW.price_list_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_stays';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="stays_as_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=PUBLISHED_STAYS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chargeable_id}, {self.user_class}: {self.amount} €"
