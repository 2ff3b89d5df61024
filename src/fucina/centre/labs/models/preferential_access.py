from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins

LEAST_SHARE = Decimal(10)
"""In per cent of the investment: Regulation (EU) 651/2014, article 26(4)."""


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PreferentialAccess(Period):
    """An undertaking that bore at least a tenth of an infrastructure's investment uses it first, in proportion, and publicly."""

    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, related_name="preferential_access"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="preferential_access"
    )
    share = models.DecimalField(_("share of the investment (%)"), max_digits=5, decimal_places=2)
    conditions = models.TextField(_("conditions"), max_length=2000)
    published = models.URLField(_("published at"), max_length=500, blank=True)

    objects = PeriodQuerySet["PreferentialAccess"].as_manager()

    class Meta:
        verbose_name = _("preferential access")
        verbose_name_plural = _("preferential accesses")
        ordering = ["-share", "id"]
        constraints = [
            ends_after_it_begins("preferential_access_period"),
            models.CheckConstraint(
                name="preferential_access_is_earned",
                condition=Q(share__gte=LEAST_SHARE, share__lte=100),
                violation_error_code="share",
                violation_error_message=_(
                    "Preferential access needs at least a tenth of the investment."
                ),
            ),
            models.CheckConstraint(
                name="preferential_access_has_conditions", condition=~Q(conditions="")
            ),
            models.UniqueConstraint(
                fields=["resource", "organisation", "valid_from"], name="preferential_access_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} @ {self.resource_id}: {self.share} %"
