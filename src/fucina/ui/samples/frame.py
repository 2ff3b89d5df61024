"""What stands around a page when someone is signed in."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def frame() -> dict[str, Any]:
    here = reverse("ui:frame")
    return {
        "navigation": [
            {"label": _("My day"), "url": here, "current": True},
            {
                "label": pgettext("ui", "Contacts"),
                "items": [
                    {
                        "label": _("Organisations"),
                        "url": here,
                        "note": _("Firms, members, schools"),
                    },
                    {"label": pgettext("ui", "Persons"), "url": here},
                ],
            },
            {"label": pgettext("ui", "Agreement"), "url": here},
        ],
        "search": {"url": reverse("ui:search"), "label": _("Search organisations")},
        "account": account(),
        "sections": sections(),
        "actions": actions(),
    }


def account() -> dict[str, Any]:
    here = reverse("ui:frame")
    return {
        "name": "Ada Esempio",
        "label": _("Technician · Sample university"),
        "items": [
            {"label": _("Profile"), "url": here},
            {"label": _("Sign-in and security"), "url": here},
        ],
        "sign_out_url": reverse("ui:confirm"),
    }


def sections() -> list[dict[str, Any]]:
    here = reverse("ui:frame")
    return [
        {"label": _("Directory"), "url": here, "icon": "people", "current": True, "count": 1943},
        {"label": _("Duplicates"), "url": here, "count": 3},
        {"label": pgettext("ui", "Import"), "url": here},
        {"label": _("Map"), "url": here},
    ]


def actions() -> list[dict[str, Any]]:
    asking = reverse("ui:confirm")
    return [
        {"label": _("Edit"), "url": reverse("ui:form"), "icon": "pencil", "kind": "primary"},
        {
            "label": pgettext("ui", "Remove"),
            "url": asking,
            "icon": "trash",
            "kind": "danger",
            "how": "ask",
        },
        {"label": _("Download the data"), "url": reverse("ui:frame"), "more": True},
        {"label": _("Mark as seen"), "url": asking, "how": "post", "more": True},
    ]
