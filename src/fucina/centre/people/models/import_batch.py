from typing import Any

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import ImportState, RecordKind, RowOutcome


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ImportBatch(models.Model):
    """A file of organisations or persons: looked at, then written as a whole, and taken back as a whole."""

    kind = models.CharField(_("what it holds"), max_length=20, choices=RecordKind)
    state = models.CharField(_("state"), max_length=20, choices=ImportState, default=ImportState.PREVIEWED)  # fmt: skip
    file_name = models.CharField(_("file"), max_length=200)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    counts = models.JSONField(_("rows by outcome"), default=dict)
    written = models.PositiveIntegerField(_("rows written"), default=0)
    uploaded = models.DateTimeField(_("uploaded"), default=timezone.now)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled = models.DateTimeField(_("written or discarded"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded", "-id"]
        constraints = [
            models.CheckConstraint(
                name="import_kind_is_known", condition=models.Q(kind__in=RecordKind.values)
            ),
            models.CheckConstraint(
                name="import_state_is_known", condition=models.Q(state__in=ImportState.values)
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("people:import_batch", kwargs={"batch": self.pk})

    def count(self, outcome: RowOutcome) -> int:
        counts: dict[str, Any] = self.counts
        return int(counts.get(outcome, 0))


class ImportedRow(models.Model):
    """A row of the file, what it means and what it did.

    It is not audited itself: what it writes is, and copies of personal data are kept no oftener than needed.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(_("line"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=RowOutcome)
    told = models.JSONField(_("values as read"), default=dict)
    problems = models.JSONField(_("problems"), default=list)
    label = models.CharField(_("name"), max_length=250, blank=True)
    changes = models.JSONField(_("changes"), default=list)
    effects = models.JSONField(_("what was written"), default=list)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "line"], name="import_line_once"),
            models.CheckConstraint(
                name="import_outcome_is_known", condition=models.Q(outcome__in=RowOutcome.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.line}"
