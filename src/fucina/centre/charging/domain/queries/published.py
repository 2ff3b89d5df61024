"""The prices that hold on a day, for everybody."""

import datetime as dt

from fucina.centre.charging.models import Rate
from fucina.centre.people.models.period import PeriodQuerySet, today


def published_rates(on: dt.date | None = None) -> PeriodQuerySet[Rate]:
    found = Rate.objects.on(on or today()).filter(published=True, chargeable__active=True)
    return found.select_related("chargeable", "price_list").prefetch_related("windows", "tiers")
