import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class SizeFigure(models.Model):
    """How large an organisation was in a year, by its own accounts; what it owns is counted elsewhere.

    Headcount in annual work units, amounts in euro (Recommendation 2003/361/EC, Annex, articles 2-5).
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="size_figures"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    headcount = models.DecimalField(_("staff (annual work units)"), max_digits=9, decimal_places=2, null=True, blank=True)  # fmt: skip
    turnover = models.DecimalField(_("turnover (€)"), max_digits=15, decimal_places=2, null=True, blank=True)  # fmt: skip
    balance_total = models.DecimalField(_("balance-sheet total (€)"), max_digits=15, decimal_places=2, null=True, blank=True)  # fmt: skip
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("size figure")
        verbose_name_plural = _("size figures")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="size_figure_once_a_year",
                violation_error_code="taken",
                violation_error_message=_("There are figures for this year already."),
            ),
            models.CheckConstraint(
                name="size_figure_year_is_plausible",
                condition=Q(year__gte=1900, year__lte=2200),
                violation_error_message=_("The year must lie between 1900 and 2200."),
            ),
            models.CheckConstraint(
                name="size_figure_is_not_negative",
                condition=(Q(headcount=None) | Q(headcount__gte=0))
                & (Q(turnover=None) | Q(turnover__gte=0))
                & (Q(balance_total=None) | Q(balance_total__gte=0)),
                violation_error_message=_("A size cannot be negative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}, {self.year}"
