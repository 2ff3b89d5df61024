import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.amounts import cents
from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Document, GivenContribution, PromisedContribution
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, refuse_any


def record_given(
    promise: PromisedContribution,
    given_on: dt.date,
    amount: Decimal,
    *,
    by: Any,
    evidence: Document | None = None,
    note: str = "",
) -> GivenContribution:
    """What came in against a promise, never beyond it: more than was promised is first promised."""
    allow(by, "governance.record_given")
    with one_write():
        locked = PromisedContribution.objects.select_for_update().get(pk=promise.pk)
        given = GivenContribution(
            promise=locked,
            given_on=given_on,
            amount=cents(amount),
            evidence=evidence,
            note=note,
        )
        refuse_any([*_problems(locked, given), *check(given)])
        given.save()
    return given


def _problems(promise: PromisedContribution, given: GivenContribution) -> Iterator[Problem]:
    before = promise.receipts.aggregate(total=Sum("amount"))["total"] or Decimal(0)
    left = promise.amount - before
    if promise.released_on is not None:
        yield Problem("released", _("The party was released from this promise."))
    elif given.amount > left:
        message = _(
            "Of this promise {left} € are left. Record what is beyond as a promise of its own."
        ).format(left=number_format(left, decimal_pos=2, force_grouping=True))
        yield Problem("beyond_promise", message, "amount", {"left": left})
    if given.given_on > today():
        yield Problem("future", _("This day has not come yet."), "given_on")
    if given.evidence and given.evidence.agreement_id != promise.party.agreement_id:
        yield Problem("other_agreement", _("Choose a document of the same agreement."), "evidence")
