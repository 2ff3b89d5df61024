"""Opening hours as OpenStreetMap writes them, with the holidays of Italy."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]

COUNTRY = "IT"


@lru_cache(maxsize=512)
def opening(hours: str) -> OpeningHours:
    """Raises ValueError for what cannot be read."""
    try:
        return OpeningHours(hours, timezone=ZoneInfo(settings.TIME_ZONE), country=COUNTRY)
    except ParserError as error:
        raise ValueError(hours) from error


def valid_hours(hours: str) -> None:
    try:
        opening(hours)
    except ValueError as error:
        raise ValidationError(
            _("These hours cannot be read: write them like Mo-Fr 08:30-18:30; PH off."),
            code="hours",
        ) from error
