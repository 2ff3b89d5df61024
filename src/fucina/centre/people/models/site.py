import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Site(models.Model):
    """A place where an organisation is: an office, a works, a laboratory."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="sites")
    name = models.CharField(_("name"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    municipality = models.CharField(_("municipality"), max_length=120)
    province = models.CharField(_("province"), max_length=2, blank=True)
    country = models.CharField(_("country"), max_length=2, default="IT")
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)  # fmt: skip
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)  # fmt: skip
    main = models.BooleanField(_("registered office"), default=False)

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ["-main", "municipality", "id"]
        indexes = [
            models.Index("municipality", name="site_municipality"),
            models.Index("province", name="site_province"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(main=True),
                name="site_one_registered_office",
                violation_error_code="taken",
                violation_error_message=_("The organisation has a registered office already."),
            ),
            models.CheckConstraint(
                name="site_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                violation_error_code="coordinates",
                violation_error_message=_(
                    "Give both latitude (−90 to 90) and longitude (−180 to 180), or neither."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name or ", ".join(part for part in (self.address, self.municipality) if part)
