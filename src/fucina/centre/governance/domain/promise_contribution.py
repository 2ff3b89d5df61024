import datetime as dt
from decimal import Decimal
from typing import Any

from fucina.centre.governance.domain.amounts import cents
from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Party, PromisedContribution
from fucina.centre.refusal import refuse_any


def promise_contribution(
    party: Party,
    form: str,
    purpose: str,
    what: str,
    amount: Decimal,
    *,
    by: Any,
    valuation: str = "",
    due: dt.date | None = None,
    **more: Any,
) -> PromisedContribution:
    """One instalment of what a party undertakes to give. ``more``: instalment, conditions, source."""
    allow(by, "governance.promise_contribution")
    promise = PromisedContribution(
        party=party,
        form=form,
        purpose=purpose,
        what=what,
        amount=cents(amount),
        valuation=valuation,
        due=due,
        **more,
    )
    refuse_any(check(promise))
    with one_write():
        promise.save()
    return promise
