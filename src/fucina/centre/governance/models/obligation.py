import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import UNSETTLED, ObligationKind, ObligationState
from fucina.centre.governance.models.agreement import Agreement
from fucina.centre.governance.models.bilingual import in_language
from fucina.centre.governance.models.document import Document
from fucina.centre.governance.models.of_one_agreement import of_one_agreement, stays
from fucina.centre.governance.models.party import Party
from fucina.centre.people.models.period import today


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Obligation(models.Model):
    """What one party of an agreement owes, or all of them: by a day, for as long as it holds, or with no day stated."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="obligations")
    key = models.SlugField(  # noqa: DJ001  no key is not an empty key: it is unique
        _("key"), max_length=60, null=True, blank=True, editable=False
    )  # the name under which a file of facts records it again
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="obligations"
    )
    text = models.TextField(_("obligation"))
    text_en = models.TextField(_("obligation in English"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ObligationKind)
    due = models.DateField(_("due on"), null=True, blank=True)
    continuous = models.BooleanField(_("for as long as the agreement holds"), default=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ObligationState,
        default=ObligationState.OPEN,
        editable=False,
    )
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    evidence = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="proves"
    )
    source = models.CharField(_("source"), max_length=250, blank=True)
    source_address = models.URLField(_("address of the source"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        ordering = [models.F("due").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "key"], name="obligation_key_once"),
            models.CheckConstraint(name="obligation_is_said", condition=~Q(text="")),
            models.CheckConstraint(
                name="obligation_kind_is_known",
                condition=Q(kind__in=ObligationKind.values, state__in=ObligationState.values),
            ),
            models.CheckConstraint(
                name="obligation_continuous_has_no_day",
                condition=Q(continuous=False) | Q(due=None),
                violation_error_message=_("What is owed all the time has no due date."),
            ),
            models.CheckConstraint(
                name="obligation_settled_with_evidence",
                condition=Q(state__in=UNSETTLED, settled_on=None, evidence=None)
                | Q(state=ObligationState.LAPSED, settled_on__isnull=False)
                | Q(state=ObligationState.DONE, settled_on__isnull=False, evidence__isnull=False),
                violation_error_message=_(
                    "A settled obligation has a day; a fulfilled one a document that shows it."
                ),
            ),
        ]
        triggers = [
            stays("agreement"),
            of_one_agreement(
                "SELECT NEW.agreement_id"
                " UNION ALL SELECT agreement_id FROM governance_party WHERE id = NEW.party_id"
                " UNION ALL SELECT agreement_id FROM governance_document WHERE id = NEW.evidence_id"
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.text, self.text_en)

    @property
    def overdue(self) -> bool:
        return self.state == ObligationState.OPEN and self.due is not None and self.due < today()
