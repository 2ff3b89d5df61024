import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.queries.quotas import greatest_sum
from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement, Quota
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import Problem, refuse_any

WHOLE = Decimal(100)


def record_quota(
    agreement: Agreement,
    body: Organisation,
    member: Organisation,
    *,
    by: Any,
    valid_from: dt.date,
    valid_until: dt.date | None = None,
    share: Decimal | None = None,
    votes: Decimal | None = None,
    seats: int | None = None,
    source: str = "",
) -> Quota:
    """What a member holds of a body under the agreement that says so; all of them together never more than the whole."""
    allow(by, "governance.record_quota")
    quota = Quota(
        agreement=agreement,
        body=body,
        member=member,
        valid_from=valid_from,
        valid_until=valid_until,
        share=share,
        votes=votes,
        seats=seats,
        source=source,
    )
    problems = check(quota)
    refuse_any(problems or _beyond_whole(quota))
    with one_write():
        quota.save()
    return quota


def _beyond_whole(quota: Quota) -> list[Problem]:
    taken = greatest_sum(quota)
    if quota.share is None or taken + quota.share <= WHOLE:
        return []
    message = _("The others hold {taken} % in that time: at most {left} % are left.")
    left = WHOLE - taken
    return [
        Problem(
            "beyond_whole",
            message.format(taken=_written(taken), left=_written(left)),
            "share",
            {"taken": taken, "left": left},
        )
    ]


def _written(share: Decimal) -> str:
    return number_format(share.normalize() + 0)
