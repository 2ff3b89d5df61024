"""Where a figure is used: the pages whose numbers rest on it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader

PAGES: dict[str, tuple[str, ...]] = {
    "seats": ("ranking", "money", "programme"),
    "locations": ("hypotheses", "money"),
    "services": ("services", "money"),
    "machines": ("services", "money"),
    "courses": ("services",),
    "strategies": ("money",),
    "activities": ("programme", "ranking"),
    "stakeholders": ("governance",),
}
PARAMETERS: dict[str, tuple[str, ...]] = {
    "detour": ("seats", "hypotheses", "ranking"),
    "speed": ("seats", "hypotheses", "ranking"),
    "decay": ("seats", "ranking"),
    "transit-radius": ("seats", "ranking"),
    "schedule-factor": ("programme", "ranking"),
}
MONEY = ("money", "ranking")
"""Every other parameter is about money, and so reaches the ranking through cost."""


def uses(reader: Reader, key: str) -> list[dict[str, str]]:
    """Links to the pages that use a figure, its own subject first."""
    plural, subject, _attribute = key.split(".")
    own = []
    if plural == "seats":
        own = [{"label": reader.seat(subject), "url": reader.seat_url(subject)}]
    if plural == "services":
        own = [
            {
                "label": reader.name(plural, subject),
                "url": f"{reverse('planning:services')}#{subject}",
            }
        ]
    names = PARAMETERS.get(subject, MONEY) if plural == "parameters" else PAGES.get(plural, ())
    return [
        *own,
        *({"label": page_name(name), "url": reverse(f"planning:{name}")} for name in names),
    ]


def page_name(name: str) -> str:
    """What a page of the study is called, in tabs and in links."""
    return {
        "overview": _("Overview"),
        "seats": _("Seats"),
        "ranking": _("Ranking"),
        "hypotheses": _("Hypotheses"),
        "money": _("Money"),
        "programme": _("Programme and risk"),
        "governance": _("Governance"),
        "services": _("Services"),
        "register": _("Figures"),
        "sources": _("Sources"),
        "downloads": _("Downloads"),
    }[name]
