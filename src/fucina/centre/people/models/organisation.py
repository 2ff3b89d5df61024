import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models.plain_text import Plain, searched


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def standing(self) -> "OrganisationQuerySet":
        """Those that were not merged into another."""
        return self.filter(merged_into=None)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Organisation(models.Model):
    """A body that has dealings with the centre: it founds it, finances it, supplies it, uses it."""

    key = models.SlugField(
        _("key"), max_length=60, unique=True, null=True, blank=True, editable=False
    )  # the name under which a study knows it
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    country = models.CharField(_("country"), max_length=2, default="IT")
    vat_number = models.CharField(_("VAT number"), max_length=20, blank=True)
    fiscal_code = models.CharField(_("fiscal code"), max_length=16, blank=True)
    ateco = models.CharField(_("ATECO code"), max_length=10, blank=True)
    startup = models.BooleanField(_("innovative start-up"), default=False)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    certified_email = models.EmailField(_("certified e-mail address (PEC)"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    about = models.TextField(_("what it does"), blank=True)
    listed = models.BooleanField(_("shown to all who have signed in"), default=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False,
        related_name="absorbed",
    )  # fmt: skip
    created = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated = models.DateTimeField(_("updated"), auto_now=True)
    search = searched("name", "name_en", "vat_number", "fiscal_code")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]
        indexes = [
            GinIndex(OpClass("search", "gin_trgm_ops"), name="organisation_search"),
            GinIndex(OpClass(Plain("name"), "gin_trgm_ops"), name="organisation_plain_name"),
            models.Index("kind", "name", name="organisation_kind"),
            models.Index("ateco", name="organisation_ateco"),
        ]
        constraints = [
            models.CheckConstraint(name="organisation_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="organisation_kind_is_known", condition=Q(kind__in=OrganisationKind.values)
            ),
            models.CheckConstraint(
                name="organisation_is_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")),
            ),
            models.UniqueConstraint(
                fields=["vat_number"],
                condition=~Q(vat_number="") & Q(merged_into=None),
                name="organisation_vat_number_once",
                violation_error_code="taken",
                violation_error_message=_("Another organisation has this VAT number."),
            ),
            models.UniqueConstraint(
                fields=["country", "fiscal_code"],
                condition=~Q(fiscal_code="") & Q(merged_into=None),
                name="organisation_fiscal_code_once",
                violation_error_code="taken",
                violation_error_message=_("Another organisation has this fiscal code."),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind=OrganisationKind.CENTRE),
                name="one_centre",
                violation_error_code="taken",
                violation_error_message=_("There is one centre, and it is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    def get_absolute_url(self) -> str:
        return reverse("people:organisation", kwargs={"organisation": self.pk})
