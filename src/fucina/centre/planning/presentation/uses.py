"""Where a figure is used: the pages whose numbers rest on it."""

from fucina.centre.planning.presentation.pages import page_name
from fucina.centre.planning.presentation.reader import Reader

PAGES: dict[str, tuple[str, ...]] = {
    "seats": ("ranking", "money", "programme"),
    "locations": ("hypotheses", "money"),
    "services": ("services", "strategies", "money"),
    "machines": ("services", "money"),
    "courses": ("services",),
    "strategies": ("strategies", "money"),
    "spaces": ("services", "seats"),
    "posts": ("services", "money"),
    "segments": ("strategies",),
    "uses": ("strategies",),
    "degrees": ("school", "money"),
    "archetypes": ("comparators",),
    "forms": ("governance", "ranking"),
    "funding": ("money",),
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
                "url": f"{reader.url('services')}#{subject}",
            }
        ]
    names = PARAMETERS.get(subject, MONEY) if plural == "parameters" else PAGES.get(plural, ())
    return [
        *own,
        *({"label": page_name(name), "url": reader.url(name)} for name in names),
    ]
