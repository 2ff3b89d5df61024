from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import AfterExpiry, NamesShown, Takeover


def _minutes(label: Any, text: Any = "") -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=text)


def _spare(label: Any) -> "models.PositiveIntegerField[int, int]":
    return models.PositiveIntegerField(label, default=0)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Policy(models.Model):
    """The rules of booking of a laboratory or of some of its machines; what is empty is not asked."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    min_minutes = _minutes(_("shortest booking (minutes)"))
    max_minutes = _minutes(_("longest booking (minutes)"))
    interval_minutes = _minutes(_("bookings last a multiple of (minutes)"))
    whole_days = models.BooleanField(
        _("booked by days"),
        default=False,
        help_text=_("Only the start must lie in the opening hours."),
    )
    cutoff_minutes = _minutes(_("booked at the latest before the start (minutes)"))
    lock_minutes = _minutes(_("changed at the latest before the start (minutes)"))
    horizon_days = _minutes(_("booked at the earliest before the start (days)"))
    preferential_horizon_days = _minutes(
        _("the same with preferential access (days)"),
        _("For organisations that bore a share of the investment."),
    )
    buffer_minutes = _spare(_("pause after each booking (minutes)"))
    setup_minutes = _spare(_("set-up before each booking (minutes)"))
    teardown_minutes = _spare(_("tear-down after each booking (minutes)"))
    gap_minutes = _minutes(_("pause between bookings of the same person (minutes)"))
    max_future_minutes = _minutes(_("booked ahead by one person (minutes)"))
    max_future_bookings = _minutes(_("bookings ahead of one person"))
    max_daily_bookings = _minutes(_("bookings of one person in a day"))
    check_in_minutes = models.PositiveIntegerField(_("check-in before the start (minutes)"), default=5)  # fmt: skip
    release_minutes = _minutes(_("released without check-in after (minutes)"))
    late_cancel_minutes = _minutes(_("a cancellation is late before the start (minutes)"))
    needs_approval = models.BooleanField(_("bookings are approved"), default=False)
    needs_risk_assessment = models.BooleanField(_("with a risk assessment"), default=False)
    needs_project = models.BooleanField(_("only for a project that pays"), default=False)
    needs_booking_to_enter = models.BooleanField(_("entered with a booking only"), default=False)
    has_wait_list = models.BooleanField(_("keeps a wait list"), default=True)
    hold_minutes = models.PositiveIntegerField(_("an offered slot is held for (minutes)"), default=120)  # fmt: skip
    takeover = models.CharField(
        _("start by a third person"), max_length=20, choices=Takeover, default=Takeover.REFUSED
    )
    after_expiry = models.CharField(
        _("booking after a qualification’s expiry"),
        max_length=20,
        choices=AfterExpiry,
        default=AfterExpiry.REFUSED,
    )
    names_shown = models.CharField(
        _("who reads names"), max_length=20, choices=NamesShown, default=NamesShown.COLLEAGUES
    )

    class Meta:
        verbose_name = _("rules of booking")
        verbose_name_plural = pgettext_lazy("several", "rules of booking")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="policy_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="policy_lengths_do_not_contradict",
                condition=Q(min_minutes=None)
                | Q(max_minutes=None)
                | Q(max_minutes__gte=F("min_minutes")),
                violation_error_code="contradiction",
                violation_error_message=_(
                    "The longest booking is shorter than the shortest one: nobody could book."
                ),
            ),
            models.CheckConstraint(
                name="policy_interval_is_a_length",
                condition=(Q(interval_minutes=None) | Q(interval_minutes__gt=0))
                & (Q(max_minutes=None) | Q(max_minutes__gt=0)),
                violation_error_message=_("A length is at least one minute."),
            ),
            models.CheckConstraint(
                name="policy_window_does_not_contradict",
                condition=Q(horizon_days=None)
                | Q(cutoff_minutes=None)
                | Q(cutoff_minutes__lte=F("horizon_days") * 1440),
                violation_error_code="contradiction",
                violation_error_message=_("Booking closes before it opens: nobody could book."),
            ),
            models.CheckConstraint(
                name="policy_choices_are_known",
                condition=Q(
                    takeover__in=Takeover.values,
                    after_expiry__in=AfterExpiry.values,
                    names_shown__in=NamesShown.values,
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name
