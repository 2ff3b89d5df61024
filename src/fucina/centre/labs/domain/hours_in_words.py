"""Opening hours as people write them. They are stored as OpenStreetMap writes them, which nobody who is refused should have to read."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

WORD = re.compile(r"24/7|[A-Z][a-z]\b|\bPH\b|\b(?:off|closed)\b|(?<=[\da-z])-(?=[\dA-Z])")


def hours_in_words(hours: str) -> str:
    """Mo-Fr 08:30-18:30; PH off → Mon–Fri 08:30–18:30; public holidays closed. What it does not know stays as it is."""
    known = {
        "Mo": pgettext("short weekday", "Mon"),
        "Tu": pgettext("short weekday", "Tue"),
        "We": pgettext("short weekday", "Wed"),
        "Th": pgettext("short weekday", "Thu"),
        "Fr": pgettext("short weekday", "Fri"),
        "Sa": pgettext("short weekday", "Sat"),
        "Su": pgettext("short weekday", "Sun"),
        "PH": _("public holidays"),
        "off": pgettext("opening hours", "closed"),
        "closed": pgettext("opening hours", "closed"),
        "24/7": pgettext("opening hours", "always"),
        "-": "–",
    }
    return WORD.sub(lambda found: known.get(found[0], found[0]), hours)
