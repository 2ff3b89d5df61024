import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.pair import both_of_a_kind
from fucina.centre.people.models.person import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Duplicate(models.Model):
    """Two records that may be one; the older is the first. Dismissed, it is not proposed again."""

    first_organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+")  # fmt: skip
    second_organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+")  # fmt: skip
    first_person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")  # fmt: skip
    second_person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")  # fmt: skip
    reasons = models.JSONField(_("reasons"), default=list)
    likeness = models.FloatField(_("likeness"), default=0)
    found = models.DateTimeField(_("found"), default=timezone.now)
    dismissed = models.DateTimeField(_("dismissed"), null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ["-likeness", "id"]
        constraints = [
            both_of_a_kind("first", "second", "duplicate_is_of_one_kind"),
            models.CheckConstraint(
                name="duplicate_is_ordered",
                condition=Q(first_organisation__lt=F("second_organisation"))
                | Q(first_person__lt=F("second_person")),
            ),
            models.UniqueConstraint(
                fields=["first_organisation", "second_organisation"], name="duplicate_organisations_once"
            ),
            models.UniqueConstraint(
                fields=["first_person", "second_person"], name="duplicate_persons_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"

    def get_absolute_url(self) -> str:
        return reverse("people:duplicate", kwargs={"duplicate": self.pk})

    @property
    def first(self) -> Organisation | Person:
        found = self.first_organisation or self.first_person
        assert found is not None  # noqa: S101  both_of_a_kind
        return found

    @property
    def second(self) -> Organisation | Person:
        found = self.second_organisation or self.second_person
        assert found is not None  # noqa: S101  both_of_a_kind
        return found
