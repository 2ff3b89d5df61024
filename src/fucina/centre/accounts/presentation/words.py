"""Days and moments as a page says them, in Italy's time."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import get_language

from fucina.documents import numbers


def day(value: dt.date | None) -> str:
    if value is None:
        return "–"
    return numbers.date(value, "it" if get_language() == "it" else "en")


def moment(value: dt.datetime | None) -> str:
    if value is None:
        return "–"
    local = timezone.localtime(value)
    return f"{day(local.date())}, {local:%H:%M}"
