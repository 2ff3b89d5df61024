import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.enums import Beyond, Span
from fucina.centre.charging.models import PayerAccount
from fucina.centre.governance.models import Agreement
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import refuse_any


def record_account(
    organisation: Organisation,
    code: str,
    name: str,
    valid_from: dt.date,
    *,
    by: Any,
    account: PayerAccount | None = None,
    valid_until: dt.date | None = None,
    active: bool = True,
    kinds: Sequence[str] = (),
    cap: Decimal | None = None,
    cap_per: str = Span.YEAR,
    beyond_prepayment: str = Beyond.REFUSE,
    agreement: Agreement | None = None,
) -> PayerAccount:
    """A payer account, new or changed: what it pays for, until when, and how much at most."""
    allow(by, "charging.manage_accounts")
    recorded = account or PayerAccount()
    recorded.organisation, recorded.code, recorded.name = organisation, code.strip(), name.strip()
    recorded.valid_from, recorded.valid_until, recorded.active = valid_from, valid_until, active
    recorded.kinds, recorded.cap, recorded.cap_per = sorted(kinds), cap, cap_per
    recorded.beyond_prepayment, recorded.agreement = beyond_prepayment, agreement
    refuse_any(check(recorded))
    with one_write():
        recorded.save()
    return recorded
