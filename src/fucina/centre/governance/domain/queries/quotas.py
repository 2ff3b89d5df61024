import datetime as dt
from decimal import Decimal

from django.db.models import Q

from fucina.centre.governance.models import Quota


def greatest_sum(quota: Quota) -> Decimal:
    """The most that others hold of the same body on a day of this quota."""
    others = Quota.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=quota.valid_from), body=quota.body
    ).exclude(pk=quota.pk)
    if quota.valid_until:
        others = others.filter(valid_from__lte=quota.valid_until)
    held = list(others.exclude(share=None))
    days = {max(other.valid_from, quota.valid_from) for other in held}
    return max((_on(held, day) for day in days), default=Decimal(0))


def _on(quotas: list[Quota], day: dt.date) -> Decimal:
    return sum(
        (
            quota.share or Decimal(0)
            for quota in quotas
            if quota.valid_from <= day and (quota.valid_until is None or day <= quota.valid_until)
        ),
        Decimal(0),
    )
