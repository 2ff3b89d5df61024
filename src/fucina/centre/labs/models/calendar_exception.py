import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import ExceptionKind
from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CalendarException(models.Model):
    """A time that is not as the opening hours say: closed, closed for safety, open in addition. Of no laboratory: of all."""

    laboratory = models.ForeignKey(
        Laboratory, on_delete=models.CASCADE, null=True, blank=True, related_name="exceptions"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, null=True, blank=True, related_name="exceptions"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ExceptionKind)
    starts = models.DateTimeField(pgettext_lazy("labs", "from"))
    ends = models.DateTimeField(pgettext_lazy("labs", "to"))
    reason = models.CharField(pgettext_lazy("labs", "reason"), max_length=200)
    yearly = models.BooleanField(
        _("every year on the same days"), default=False, help_text=_("For a patron saint’s day.")
    )

    class Meta:
        verbose_name = _("closure or extra opening")
        verbose_name_plural = _("closures and extra openings")
        ordering = ["-starts", "id"]
        indexes = [models.Index("starts", "ends", name="exception_when")]
        constraints = [
            models.CheckConstraint(
                name="exception_ends_after_it_starts",
                condition=Q(ends__gt=F("starts")) & ~Q(reason=""),
                violation_error_code="period",
                violation_error_message=_("The end comes before the beginning."),
            ),
            models.CheckConstraint(
                name="exception_of_one_thing",
                condition=Q(laboratory=None) | Q(resource=None),
                violation_error_code="one",
                violation_error_message=_("Choose a laboratory or one thing in it, not both."),
            ),
            models.CheckConstraint(
                name="exception_kind_is_known", condition=Q(kind__in=ExceptionKind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.reason
