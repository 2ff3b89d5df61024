import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.models.document import Document
from fucina.centre.governance.models.of_one_agreement import of_one_agreement, stays
from fucina.centre.governance.models.promised_contribution import PromisedContribution


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class GivenContribution(models.Model):
    """What came in against a promise, on a day.

    Never more than was promised: who gives more first promises more, in a row of its own, so that what is beyond the
    agreement can be told from what it asks.
    """

    promise = models.ForeignKey(
        PromisedContribution, on_delete=models.PROTECT, related_name="receipts"
    )
    given_on = models.DateField(_("given on"))
    amount = models.DecimalField(_("value (€)"), max_digits=14, decimal_places=2)
    evidence = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="receipts"
    )
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("given contribution")
        verbose_name_plural = _("given contributions")
        ordering = ["given_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="given_is_something",
                condition=Q(amount__gt=0),
                violation_error_message=_("The amount is more than zero."),
            ),
        ]
        triggers = [
            stays("promise"),
            of_one_agreement(
                "SELECT party.agreement_id FROM governance_promisedcontribution promise"
                "  JOIN governance_party party ON party.id = promise.party_id"
                " WHERE promise.id = NEW.promise_id"
                " UNION ALL SELECT agreement_id FROM governance_document WHERE id = NEW.evidence_id"
            ),
            pgtrigger.Trigger(
                name="within_promise",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("promised", "NUMERIC"), ("total", "NUMERIC")],
                func="""  -- the lock makes a second receipt wait for the first
                    SELECT amount INTO promised FROM governance_promisedcontribution
                     WHERE id = NEW.promise_id FOR UPDATE;
                    SELECT SUM(amount) INTO total FROM governance_givencontribution
                     WHERE promise_id = NEW.promise_id;
                    IF total > promised THEN
                        RAISE EXCEPTION '% given of % promised', total, promised
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'given_within_promise';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} € ({self.promise_id})"
