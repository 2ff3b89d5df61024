import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.enums import UNSETTLED, ObligationState
from fucina.centre.governance.models import Document, Obligation
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, refuse_any


def settle_obligation(
    obligation: Obligation,
    state: str,
    settled_on: dt.date,
    *,
    by: Any,
    evidence: Document | None = None,
) -> Obligation:
    """It was fulfilled, as a document shows, or lapsed without."""
    allow(by, "governance.record_obligation")
    with one_write():
        settled = Obligation.objects.select_for_update().get(pk=obligation.pk)
        refuse_any(_problems(settled, state, settled_on, evidence))
        settled.state, settled.settled_on, settled.evidence = state, settled_on, evidence
        refuse_any(check(settled))
        settled.save()
    return settled


def _problems(
    obligation: Obligation, state: str, settled_on: dt.date, evidence: Document | None
) -> Iterator[Problem]:
    if obligation.state not in UNSETTLED:
        yield Problem("settled", _("This obligation is settled already."))
    if state not in (ObligationState.DONE, ObligationState.LAPSED):
        yield Problem("state", _("Say whether it was fulfilled or lapsed."), "state")
    if settled_on > today():
        yield Problem("future", _("This day has not come yet."), "settled_on")
    if settled_on < obligation.agreement.signed_on:
        yield Problem("before_signing", _("This day is before the signing."), "settled_on")
    if state == ObligationState.DONE and evidence is None:
        yield Problem(
            "no_evidence", _("Choose the document that shows it was fulfilled."), "evidence"
        )
    if evidence and evidence.agreement_id != obligation.agreement_id:
        yield Problem("other_agreement", _("Choose a document of the same agreement."), "evidence")
