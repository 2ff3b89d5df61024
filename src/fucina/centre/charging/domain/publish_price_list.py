import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.record_price_list import refuse_published
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import PriceList, Rate
from fucina.centre.refusal import Problem, refuse_any

DAY = dt.timedelta(days=1)


def publish_price_list(price_list: PriceList, *, by: Any) -> PriceList:
    """From its first day on its prices hold, and those that they follow end the day before.

    From then on it changes no more. Refused where it has no price, or where a price that began on the same day or later
    stands in its way.
    """
    allow(by, "charging.manage_prices")
    with one_write():
        held = PriceList.objects.select_for_update().get(pk=price_list.pk)
        refuse_published(held)
        refuse_any(_problems(held))
        _end_those_before(held)
        held.published, held.published_by = timezone.now(), by
        refuse_any(check(held))
        held.save()
    return held


def _problems(price_list: PriceList) -> list[Problem]:
    if not price_list.rates.exists():
        return [Problem("empty", _("There is no price in this list yet."))]
    in_the_way = list(
        _followed(price_list)
        .filter(valid_from__gte=price_list.valid_from)
        .select_related("chargeable")[:5]
    )
    message = _("The price of {item} that begins on the same day or later stands in the way.")
    return [
        Problem("overlap", message.format(item=rate.chargeable), numbers={"rate": rate.pk})
        for rate in in_the_way
    ]


def _followed(price_list: PriceList) -> QuerySet[Rate]:
    """Published prices of the same items, classes and assistance that hold in the time of the list."""
    mine = price_list.rates.filter(
        chargeable=OuterRef("chargeable"),
        user_class=OuterRef("user_class"),
        assisted=OuterRef("assisted"),
    )
    still = Q(valid_until=None) | Q(valid_until__gte=price_list.valid_from)
    found = Rate.objects.filter(still, Exists(mine), published=True)
    if price_list.valid_until:
        found = found.filter(valid_from__lte=price_list.valid_until)
    return found


def _end_those_before(price_list: PriceList) -> None:
    last = price_list.valid_from - DAY
    _followed(price_list).filter(valid_from__lte=last).update(valid_until=last)
    # a list of which no price is left in force has ended too
    in_force = Rate.objects.filter(price_list=OuterRef("pk")).filter(
        Q(valid_until=None) | Q(valid_until__gt=last)
    )
    PriceList.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=last), published__isnull=False, valid_from__lte=last
    ).filter(~Exists(in_force)).update(valid_until=last)
