import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Project
from fucina.centre.labs.enums import ACTIVE, OPEN, BookingKind, BookingStatus, Economic, UserKind
from fucina.centre.labs.models.series import Series
from fucina.centre.people.models import Organisation, Person


class BookingQuerySet(models.QuerySet["Booking"]):
    def active(self) -> "BookingQuerySet":
        """Those that keep others out."""
        return self.filter(status__in=ACTIVE)

    def open(self) -> "BookingQuerySet":
        """Those that can still become something."""
        return self.filter(status__in=OPEN)

    def between(self, start: object, end: object) -> "BookingQuerySet":
        """Those that share a moment with the time from start until end."""
        return self.filter(starts__lt=end, ends__gt=start)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Booking(models.Model):
    """A time of one or several resources, for somebody: a use, a class, a job, a maintenance, an outage.

    What it takes of the resources are its allocations; they are written with it or not at all.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)  # of changes, for calendars
    kind = models.CharField(_("kind"), max_length=20, choices=BookingKind, default=BookingKind.USE)
    status = models.CharField(
        pgettext_lazy("labs", "state"),
        max_length=20,
        choices=BookingStatus,
        default=BookingStatus.CONFIRMED,
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="bookings",
        db_index=False,  # begins an index below, as the next
        verbose_name=pgettext_lazy("booking", "for"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="bookings",
        db_index=False,
        verbose_name=pgettext_lazy("booking", "for the organisation"),
    )
    project = models.ForeignKey(
        Project,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bookings",
        verbose_name=pgettext_lazy("booking", "charged to"),
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    starts = models.DateTimeField(pgettext_lazy("labs", "from"))
    ends = models.DateTimeField(pgettext_lazy("labs", "to"))
    title = models.CharField(pgettext_lazy("booking", "title"), max_length=160, blank=True)
    purpose = models.TextField(_("what it is for"), blank=True, max_length=2000)
    economic = models.CharField(
        pgettext_lazy("booking", "activity"),
        max_length=20,
        choices=Economic,
        default=Economic.NON_ECONOMIC,
    )
    user_kind = models.CharField(
        pgettext_lazy("booking", "kind of user"),
        max_length=20,
        choices=UserKind,
        default=UserKind.OTHER,
    )
    preferential = models.BooleanField(_("with preferential access"), default=False)
    risk_assessment = models.TextField(_("risk assessment"), blank=True, max_length=5000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    decided = models.DateTimeField(_("decided"), null=True, blank=True)
    decision = models.CharField(_("reason of the decision"), max_length=500, blank=True)
    overridden = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        verbose_name=_("rules overridden"),
    )
    override_reason = models.CharField(_("reason of the override"), max_length=500, blank=True)
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="bookings"
    )
    held_until = models.DateTimeField(_("held until"), null=True, blank=True)
    checked_in = models.DateTimeField(_("checked in"), null=True, blank=True)
    ended = models.DateTimeField(pgettext_lazy("booking", "ended"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    cancel_reason = models.CharField(_("reason of the cancellation"), max_length=500, blank=True)
    late = models.BooleanField(_("cancelled too late"), default=False)
    displaced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="displaces"
    )
    request_key = models.CharField(max_length=80, blank=True, editable=False)
    created = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated = models.DateTimeField(_("updated"), auto_now=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["starts", "id"]
        indexes = [
            models.Index("person", "starts", name="booking_of_person"),
            models.Index("organisation", "starts", name="booking_of_organisation"),
            models.Index(
                "starts", condition=Q(status=BookingStatus.CONFIRMED), name="booking_confirmed"
            ),
            models.Index("status", "created", name="booking_status"),
        ]
        constraints = [
            models.CheckConstraint(
                name="booking_ends_after_it_starts",
                condition=Q(ends__gt=F("starts")),
                violation_error_code="period",
                violation_error_message=_("The end comes before the beginning."),
            ),
            models.CheckConstraint(
                name="booking_choices_are_known",
                condition=Q(
                    kind__in=BookingKind.values,
                    status__in=BookingStatus.values,
                    economic__in=Economic.values,
                    user_kind__in=UserKind.values,
                ),
            ),
            models.CheckConstraint(
                name="booking_hold_has_an_end",
                condition=~Q(status=BookingStatus.HELD) | Q(held_until__isnull=False),
            ),
            models.CheckConstraint(
                name="booking_override_has_a_reason",
                condition=Q(overridden=[]) | ~Q(override_reason=""),
            ),
            models.UniqueConstraint(
                fields=["booked_by", "request_key"],
                condition=~Q(request_key=""),
                name="booking_asked_for_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.starts:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("labs:booking", kwargs={"booking": self.pk})

    @property
    def active(self) -> bool:
        return self.status in ACTIVE

    @property
    def minutes(self) -> int:
        return int((self.ends - self.starts).total_seconds() // 60)
