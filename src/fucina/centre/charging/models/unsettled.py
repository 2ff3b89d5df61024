import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.models.chargeable import Chargeable
from fucina.centre.charging.models.commitment import Commitment
from fucina.centre.charging.models.kept import kept, never_deleted


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Unsettled(models.Model):
    """A use that took place and could not be charged. What was set aside waits for somebody to charge or release it."""

    commitment = models.OneToOneField(
        Commitment, on_delete=models.PROTECT, related_name="unsettled"
    )
    why = models.CharField(_("why it was not charged"), max_length=60)  # a problem’s code
    since = models.DateTimeField(_("since"), default=timezone.now)
    settled = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    released_why = models.CharField(_("why it was released"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("use not charged")
        verbose_name_plural = _("uses not charged")
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                name="unsettled_is_released_when_settled",
                condition=Q(settled__isnull=False) | Q(released_why=""),
            )
        ]
        triggers = [kept("settled", "settled_by", "released_why"), never_deleted()]

    def __str__(self) -> str:
        return str(self.commitment)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class UnsettledItem(models.Model):
    """One item of it, as it is to be priced."""

    of = models.ForeignKey(Unsettled, on_delete=models.PROTECT, related_name="items")
    chargeable = models.ForeignKey(Chargeable, on_delete=models.PROTECT, related_name="+")
    user_class = models.CharField(_("class of users"), max_length=20, choices=UserClass, blank=True)
    assisted = models.BooleanField(_("with assistance"), default=False)
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3, default=1)
    starts = models.DateTimeField(_("booked from"), null=True, blank=True)
    ends = models.DateTimeField(_("booked to"), null=True, blank=True)
    used = models.JSONField(_("used"), null=True, blank=True)  # pairs of ISO times
    cancelled = models.DateTimeField(_("cancelled"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("charging", "item not charged")
        verbose_name_plural = pgettext_lazy("charging", "items not charged")
        ordering = ["of", "id"]
        triggers = [kept(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.of_id}: {self.chargeable_id}"
