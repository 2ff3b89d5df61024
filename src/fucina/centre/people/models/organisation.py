from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import OrganisationKind


class Organisation(models.Model):
    """A body that has dealings with the centre: it founds it, finances it, supplies it, uses it."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name_it = models.CharField(_("name in Italian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    website = models.URLField(_("website"), blank=True)
    protocol_party = models.BooleanField(_("party of the protocol"), default=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_it"]
        constraints = [
            models.CheckConstraint(
                name="organisation_is_named",
                condition=~models.Q(name_it="") & ~models.Q(name_en=""),
            ),
            models.CheckConstraint(
                name="organisation_kind_is_known",
                condition=models.Q(kind__in=OrganisationKind.values),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_it
