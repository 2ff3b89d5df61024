import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import PayerAccount, Prepayment
from fucina.centre.refusal import refuse_any


def record_prepayment(
    account: PayerAccount,
    amount: Decimal,
    valid_from: dt.date,
    *,
    by: Any,
    valid_until: dt.date | None = None,
    kinds: Sequence[str] = (),
    low_balance: Decimal | None = None,
    note: str = "",
) -> Prepayment:
    """Money that the account paid in before use."""
    allow(by, "charging.manage_accounts")
    recorded = Prepayment(
        account=account, amount=amount, valid_from=valid_from, valid_until=valid_until,
        kinds=sorted(kinds), low_balance=low_balance, note=note,
    )  # fmt: skip
    refuse_any(check(recorded))
    with one_write():
        recorded.save()
    return recorded
