"""The pages of a study: what each is called, which stand together, and which this study has something for."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader

GROUPS: dict[str, tuple[str, ...]] = {
    "answer": ("overview", "ranking", "explore", "risk"),
    "where": ("seats", "hypotheses"),
    "what": ("strategies", "services", "school"),
    "who": ("governance",),
    "money": ("money",),
    "when": ("programme",),
    "evidence": ("comparators", "register", "sources", "downloads"),
}
PAGES = tuple(name for names in GROUPS.values() for name in names)
PARTS = {"seat": "seats", "figure": "register", "source": "sources"}
"""Pages that belong to another's place."""
RUNS = ("runs", "links")
"""Pages about runs: for those who work on the study, and not behind a shared link."""


def page_name(name: str) -> str:
    """What a page of the study is called, in tabs and in links; nothing for one without a name of its own."""
    return {
        "overview": _("Overview"),
        "ranking": _("Ranking"),
        "explore": _("Explore"),
        "risk": _("Risk and information"),
        "seats": _("Seats"),
        "hypotheses": _("Hypotheses"),
        "strategies": _("Strategies"),
        "services": _("Services"),
        "school": _("School"),
        "governance": _("Governance"),
        "money": _("Money"),
        "programme": _("Programme"),
        "comparators": _("Comparators"),
        "register": _("Figures"),
        "sources": _("Sources"),
        "downloads": _("Downloads"),
        "runs": _("Runs"),
        "links": _("Shared links"),
    }.get(name, "")


def group_name(name: str) -> str:
    return {
        "answer": _("The answer"),
        "where": _("Where"),
        "what": _("What"),
        "who": _("Who decides"),
        "money": _("Money"),
        "when": pgettext("planning", "When"),
        "evidence": _("Data and sources"),
        "runs": _("Runs"),
    }[name]


def group_of(page: str) -> str:
    own = PARTS.get(page, page)
    return next((group for group, names in GROUPS.items() if own in names), "runs")


def has(reader: Reader, page: str) -> bool:
    """Whether this study has something for the page."""
    if page == "school":
        return bool(reader.result.finance.schools)
    if page == "comparators":
        return bool(reader.study.archetypes or reader.study.references)
    return True


def tabs(reader: Reader, page: str, user: Any) -> list[dict[str, Any]]:
    """The groups, each leading to its first page."""
    here = group_of(page)
    found = [
        {"label": group_name(group), "url": reader.url(first), "current": group == here}
        for group, names in GROUPS.items()
        if (first := next((name for name in names if has(reader, name)), ""))
    ]
    if reader.place.namespace == "planning:shared":
        return found
    return [*found, *runs_tab(user, current=here == "runs")]


def runs_tab(user: Any, *, current: bool) -> list[dict[str, Any]]:
    if not user.has_perm("planning.view_runs"):
        return []
    return [{"label": group_name("runs"), "url": reverse("planning:runs"), "current": current}]


def pages_beside(reader: Reader, page: str) -> list[dict[str, Any]]:
    """The pages of the same group; nothing where it stands alone."""
    own = PARTS.get(page, page)
    names = [name for name in GROUPS.get(group_of(page), ()) if has(reader, name)]
    return [
        {"label": page_name(name), "url": reader.url(name), "current": name == own}
        for name in names
        if len(names) > 1
    ]


def page_urls(reader: Reader) -> dict[str, str]:
    return {name: reader.url(name) for name in PAGES}
