import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from fucina.centre.charging.models import Chargeable, Rate


@dataclass(frozen=True)
class Wanted:
    """One price that is looked for."""

    chargeable: Chargeable
    user_class: str
    assisted: bool
    on: dt.date


def rates_in_force(wanted: Collection[Wanted]) -> dict[Wanted, Rate]:
    """The published price of each, in three queries; what has none is left out."""
    if not wanted:
        return {}
    named = Q(pk=None)
    for one in wanted:
        named |= Q(chargeable=one.chargeable, user_class=one.user_class, assisted=one.assisted) & Q(
            Q(valid_until=None) | Q(valid_until__gte=one.on), valid_from__lte=one.on
        )
    found = (
        Rate.objects.filter(named, published=True)
        .select_related("chargeable")
        .prefetch_related("windows", "tiers")
    )
    rates = list(found)
    return {
        one: rate
        for one in wanted
        for rate in rates
        if (rate.chargeable_id, rate.user_class, rate.assisted)
        == (one.chargeable.pk, one.user_class, one.assisted)
        and rate.valid_from <= one.on
        and (rate.valid_until is None or one.on <= rate.valid_until)
    }
