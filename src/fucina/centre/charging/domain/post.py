import datetime as dt
from collections.abc import Iterable

from fucina.centre.charging.domain.draw import Laid
from fucina.centre.charging.models import Charge, Commitment, Posting


def post(
    laid: Iterable[Laid],
    on: dt.date,
    *,
    charge: Charge | None = None,
    commitment: Commitment | None = None,
) -> list[Posting]:
    """Write down what each account takes, and out of which prepayment."""
    return Posting.objects.bulk_create(
        Posting(
            charge=charge,
            commitment=commitment,
            account=one.part.account,
            prepayment=one.prepayment,
            on=on,
            kind=one.part.kind,
            percent=one.part.percent,
            amount=one.part.amount,
        )
        for one in laid
    )
