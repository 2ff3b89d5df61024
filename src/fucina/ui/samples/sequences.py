"""Invented steps, events and views of one thing."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def steps() -> list[dict[str, str]]:
    return [
        {"label": _("Study"), "state": "done", "note": _("closed in March"), "url": "#sequences"},
        {"label": pgettext("ui", "Agreement"), "state": "done", "note": _("signed by nine")},
        {"label": _("Founding"), "state": "current", "note": _("two documents missing")},
        {"label": pgettext("ui", "Works"), "state": "todo"},
        {"label": _("Opening"), "state": "todo"},
    ]


def events() -> list[dict[str, str]]:
    return [
        {
            "when": "03/2026",
            "datetime": "2026-03",
            "title": _("The study is closed"),
            "text": _("Four seats, three strategies and three forms of governance compared."),
        },
        {
            "when": "06/2026",
            "datetime": "2026-06",
            "title": _("The partners sign"),
            "url": "#sequences",
        },
        {
            "when": "01/2027",
            "datetime": "2027-01",
            "title": _("The first laboratory opens"),
            "state": "planned",
        },
    ]


def tabs() -> list[dict[str, Any]]:
    return [
        {"label": _("Overview"), "url": "#tabs", "current": True},
        {"label": _("Seats"), "url": "#tabs", "count": 4},
        {"label": _("Assumptions"), "url": "#tabs", "count": 37},
        {"label": _("Sources"), "url": "#tabs"},
    ]
