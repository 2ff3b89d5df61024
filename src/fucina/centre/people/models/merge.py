import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.pair import both_of_a_kind
from fucina.centre.people.models.person import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["steps"])  # fmt: skip
class Merge(models.Model):
    """One record taken into another: every step as it was done, so that it can be taken back."""

    winner_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # fmt: skip
    loser_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # fmt: skip
    winner_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # fmt: skip
    loser_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # fmt: skip
    steps = models.JSONField(_("steps"), default=list)
    merged = models.DateTimeField(_("merged"), default=timezone.now)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    undone = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged", "-id"]
        constraints = [both_of_a_kind("winner", "loser", "merge_is_of_one_kind")]

    def __str__(self) -> str:
        return f"{self.loser} → {self.winner}"

    def get_absolute_url(self) -> str:
        return reverse("people:merge", kwargs={"merge": self.pk})

    @property
    def winner(self) -> Organisation | Person:
        found = self.winner_organisation or self.winner_person
        assert found is not None  # noqa: S101  both_of_a_kind
        return found

    @property
    def loser(self) -> Organisation | Person:
        found = self.loser_organisation or self.loser_person
        assert found is not None  # noqa: S101  both_of_a_kind
        return found
