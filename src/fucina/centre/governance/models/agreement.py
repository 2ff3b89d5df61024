import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import AgreementKind
from fucina.centre.governance.models.bilingual import in_language
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Agreement(Period):
    """What organisations signed together: the founding protocol, and what followed from it.

    Of a public one anybody may read parties, object, obligations and public documents; contributions and quotas are
    never public.
    """

    key = models.SlugField(
        _("key"), max_length=60, unique=True, null=True, blank=True, editable=False
    )  # the name under which a file of facts records it again
    title = models.CharField(_("title"), max_length=250)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind)
    signed_on = models.DateField(_("signed on"))
    object = models.TextField(_("object"))
    object_en = models.TextField(_("object in English"), blank=True)
    public = models.BooleanField(_("public"), default=False)
    source = models.CharField(_("source"), max_length=250, blank=True)
    source_address = models.URLField(_("address of the source"), max_length=500, blank=True)
    predecessor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )

    objects = PeriodQuerySet["Agreement"].as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_on", "id"]
        constraints = [
            ends_after_it_begins("agreement_period"),
            models.CheckConstraint(
                name="agreement_says_what_it_is", condition=~Q(title="") & ~Q(object="")
            ),
            models.CheckConstraint(
                name="agreement_kind_is_known", condition=Q(kind__in=AgreementKind.values)
            ),
            models.CheckConstraint(
                name="agreement_does_not_follow_itself",
                condition=Q(predecessor=None) | ~Q(predecessor=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title, self.title_en)

    def get_absolute_url(self) -> str:
        return reverse("governance:agreement", kwargs={"agreement": self.pk})

    @property
    def said_object(self) -> str:
        return in_language(self.object, self.object_en)
