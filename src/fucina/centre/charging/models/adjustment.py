import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import AdjustmentKind, AdjustmentState
from fucina.centre.charging.models.charge import Charge
from fucina.centre.charging.models.charge_item import ChargeItem
from fucina.centre.charging.models.project import Project


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Adjustment(models.Model):
    """A request to correct a charge. Accepted, it voids the charge and puts another in its place; both stay."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="adjustments")
    kind = models.CharField(_("what to correct"), max_length=10, choices=AdjustmentKind)
    item = models.ForeignKey(
        ChargeItem, on_delete=models.PROTECT, null=True, blank=True, related_name="adjustments"
    )
    starts = models.DateTimeField(pgettext_lazy("hours", "from"), null=True, blank=True)
    ends = models.DateTimeField(pgettext_lazy("hours", "to"), null=True, blank=True)
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="adjustments"
    )
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3, null=True, blank=True)  # fmt: skip
    why = models.TextField(_("reason"), max_length=2000)
    asked = models.DateTimeField(_("asked"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        pgettext_lazy("charging", "state"), max_length=10, choices=AdjustmentState,
        default=AdjustmentState.OPEN,
    )  # fmt: skip
    decided = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True, max_length=2000)
    result = models.OneToOneField(
        Charge, on_delete=models.PROTECT, null=True, blank=True, related_name="corrects"
    )

    class Meta:
        verbose_name = _("request to correct a charge")
        verbose_name_plural = _("requests to correct charges")
        ordering = ["-asked", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["charge"],
                condition=Q(state=AdjustmentState.OPEN),
                name="adjustment_one_open",
                violation_error_code="asked",
                violation_error_message=_("A request about this charge is waiting already."),
            ),
            models.CheckConstraint(
                name="adjustment_says_what",
                condition=Q(kind=AdjustmentKind.TIME, item__isnull=False, starts__lt=models.F("ends"))
                | Q(kind=AdjustmentKind.PROJECT, project__isnull=False)
                | Q(kind=AdjustmentKind.QUANTITY, item__isnull=False, quantity__gte=0)
                | Q(kind=AdjustmentKind.WAIVE),
                violation_error_message=_("Say what the charge should be instead."),
            ),
            models.CheckConstraint(
                name="adjustment_decided_once",
                condition=Q(state=AdjustmentState.OPEN, decided=None, result=None)
                | Q(state=AdjustmentState.DECLINED, decided__isnull=False, result=None)
                | Q(state=AdjustmentState.ACCEPTED, decided__isnull=False, result__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.charge}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("charging:adjustment", kwargs={"adjustment": self.pk})
