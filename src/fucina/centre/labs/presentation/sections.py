"""The parts of the laboratories, as far as this person may open them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

DESK = (
    "desk", "decisions", "decide", "outages", "outage", "declare_outage", "problems", "problem",
    "maintenance", "qualifications", "holders", "grant_qualification", "ledger", "manage", "policies",
    "stock", "setup",
)  # fmt: skip


def sections(user: Any, here: str) -> list[dict[str, Any]]:
    """Links of the local navigation; ``here`` is the name of the page's address."""
    found = [
        (_("Catalogue"), "catalogue", "search", ("catalogue", "laboratory", "resource"), True),
        (_("Calendar"), "calendar", "calendar", ("calendar", "utilisation"), True),
        (pgettext("labs", "Book"), "book", "plus", ("book",), user.has_perm("labs.book")),
        (_("My bookings"), "bookings", "clock", ("bookings", "booking"), user.has_perm("labs.book")),
        (_("Preferential access"), "preferential", "scale", ("preferential",), True),
        (_("Running the laboratories"), "desk", "sliders", DESK, sees_desk(user)),
    ]  # fmt: skip
    return [
        {
            "label": label,
            "url": reverse(f"labs:{name}"),
            "icon": icon,
            "current": here in pages,
        }
        for label, name, icon, pages, shown in found
        if shown
    ]


def sees_desk(user: Any) -> bool:
    return bool(user.has_perm("labs.operate") or user.has_perm("labs.view_ledger"))


def desk_tabs(user: Any, here: str) -> list[dict[str, Any]]:
    """The pages of those who run the laboratories."""
    operates = user.has_perm("labs.operate")
    found = [
        (_("Overview"), "desk", True),
        (_("To decide"), "decisions", operates),
        (_("Outages"), "outages", operates),
        (_("Problems"), "problems", operates),
        (_("Maintenance"), "maintenance", operates),
        (_("Qualifications"), "holders", user.has_perm("labs.view_qualifications")),
        (_("Capacity ledger"), "ledger", user.has_perm("labs.view_ledger")),
        (_("Stock"), "stock", operates),
        (_("Resources and rules"), "manage", user.has_perm("labs.manage_resources")),
        (_("Settings"), "setup", user.has_perm("labs.manage_resources")),
    ]
    return [
        {"label": label, "url": reverse(f"labs:{name}"), "current": name == here}
        for label, name, shown in found
        if shown
    ]
