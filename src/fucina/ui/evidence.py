"""The words for how a figure is known and how far it can be trusted, the same on every page."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(NamedTuple):
    label: str | Promise
    glyph: str
    """A path on a 12-unit grid; the more solid the mark, the more solid the figure."""
    filled: bool = True


_DISC = "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z"
_RING = "M6 1.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5z"

KINDS: dict[str, Kind] = {
    "neutral": Kind("", ""),
    "strong": Kind("", ""),
    "good": Kind("", "M2 6.4 4.8 9.2 10 3.4", False),
    "waiting": Kind("", f"{_RING}M6 3.6V6l1.8 1.2", False),
    "bad": Kind("", "M2.6 2.6l6.8 6.8M9.4 2.6 2.6 9.4", False),
    "fact": Kind(pgettext_lazy("how a figure is known", "Fact"), _DISC),
    "estimate": Kind(
        pgettext_lazy("how a figure is known", "Estimate"),
        f"{_RING}M6 1.75v8.5M6 3.5h3M6 5.5h4M6 7.5h3.6",
        False,
    ),
    "proxy": Kind(
        pgettext_lazy("how a figure is known", "Proxy"), "M6 1.2 10.8 6 6 10.8 1.2 6z", False
    ),
    "derived": Kind(pgettext_lazy("how a figure is known", "Derived"), "M6 1.5 11 10.5H1z"),
    "assumption": Kind(pgettext_lazy("how a figure is known", "Assumption"), _RING, False),
    "planned": Kind(pgettext_lazy("state of an activity", "Planned"), "M2 2h8v8H2z", False),
}

CONFIDENCE: dict[str, tuple[int, str | Promise]] = {
    "high": (3, _("High confidence")),
    "medium": (2, _("Medium confidence")),
    "low": (1, _("Low confidence")),
}
