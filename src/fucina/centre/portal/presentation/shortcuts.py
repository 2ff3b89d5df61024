from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.people.enums import Role
from fucina.centre.people.standing import standing

type Card = dict[str, str]


def shortcuts(user: Any) -> list[Card]:
    """The pages that this person opens most, by role; those anyone may open close the list."""
    mine = standing(user)
    wanted = [
        (mine.has(Role.PARTNER_REPRESENTATIVE), _institution),
        (user.has_perm("labs.book"), _laboratories),
        (user.has_perm("labs.operate"), _desk),
        (user.has_perm("people.list_persons"), _persons),
        (user.has_perm("people.import_records"), _import),
        (mine.has(Role.ANALYST, Role.DIRECTOR, Role.PARTNER_REPRESENTATIVE), _study),
        (user.has_perm("people.view_directory"), _organisations),
        (True, _services),
    ]
    return [card() for holds, card in wanted if holds]


def _institution() -> Card:
    return _card(
        _("My institution"), "governance:my_institution", "pin",
        _("What it signed, promised and gave, and what is due next."),
    )  # fmt: skip


def _laboratories() -> Card:
    return _card(
        pgettext("labs", "Laboratories"), "labs:catalogue", "search",
        _("Machines, rooms and experts: what they do, when they are free, what an hour costs."),
    )  # fmt: skip


def _desk() -> Card:
    return _card(
        _("Running the laboratories"), "labs:desk", "calendar",
        _("Requests to decide, problems, outages, maintenance, qualifications, the use of each machine."),
    )  # fmt: skip


def _persons() -> Card:
    return _card(
        _("Persons"), "people:persons", "spark", _("Who they are, where, and in which role.")
    )


def _import() -> Card:
    return _card(
        _("Import"), "people:imports", "download",
        _("Organisations and people from a spreadsheet, looked at before they are written."),
    )  # fmt: skip


def _study() -> Card:
    return _card(
        _("The study"), "planning:overview", "info",
        _("What is recommended, how sure it is, and the figures it rests on."),
    )  # fmt: skip


def _organisations() -> Card:
    return _card(
        _("Organisations"), "people:organisations", "pin",
        _("Firms, universities and institutions, on a list and on the map."),
    )  # fmt: skip


def _services() -> Card:
    return _card(
        _("Services"), "portal:services", "spark", _("What the centre is planned to offer.")
    )


def _card(title: str, name: str, icon: str, text: str) -> Card:
    return {"title": title, "url": reverse(name), "icon": icon, "text": text}
