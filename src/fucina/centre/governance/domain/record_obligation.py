import datetime as dt
from typing import Any

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement, Obligation, Party
from fucina.centre.refusal import refuse_any


def record_obligation(
    agreement: Agreement,
    text: str,
    kind: str,
    *,
    by: Any,
    party: Party | None = None,
    due: dt.date | None = None,
    continuous: bool = False,
    **more: Any,
) -> Obligation:
    """Without a party all of them owe it. ``more``: text_en, source, source_address."""
    allow(by, "governance.record_obligation")
    obligation = Obligation(
        agreement=agreement,
        party=party,
        text=text,
        kind=kind,
        due=due,
        continuous=continuous,
        **more,
    )
    refuse_any(check(obligation))
    with one_write():
        obligation.save()
    return obligation
