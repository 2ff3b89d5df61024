"""The way through the site, as far as this person may go."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.people.enums import Role
from fucina.centre.people.standing import standing

type Link = dict[str, Any]


def main_navigation(user: Any, here: str) -> list[Link]:
    """``here`` is the name of the page shown, as namespace:name."""
    study = _link(
        _("The study"),
        "planning:overview",
        here.startswith("planning:") and here != "planning:seats",
    )
    links = [
        _link(_("Services"), "portal:services", here in ("portal:services", "portal:service")),
        study,
        _link(_("Seats on the map"), "planning:seats", here == "planning:seats"),
    ]
    if not user.is_authenticated:
        return [
            *links,
            _link(_("The protocol"), "governance:agreements", here.startswith("governance:")),
            _link(_("About"), "portal:about", here == "portal:about"),
        ]
    return [
        _link(_("My day"), "portal:my_day", here == "portal:my_day"),
        _group(_("People"), _people(user, here)),
        _group(_("Governance"), _governance(user, here)),
        _group(pgettext("labs", "Laboratories"), _labs(user, here)),
        _group(pgettext("charging", "Charges"), _charges(user, here)),
        _group(
            _("The centre"), [*links, _link(_("About"), "portal:about", here == "portal:about")]
        ),
    ]


def _people(user: Any, here: str) -> list[Link]:
    wanted = [
        ("people.view_directory", _("Organisations"), "people:organisations"),
        ("people.list_persons", _("Persons"), "people:persons"),
        ("people.import_records", _("Import"), "people:imports"),
        ("people.merge_organisations", _("Duplicates"), "people:duplicates"),
        ("accounts.list_roles", _("Roles and access"), "accounts:roles"),
        ("accounts.view_invitations", _("Invitations"), "accounts:invitations"),
    ]
    return [
        _link(label, name, here == name)
        for permission, label, name in wanted
        if user.has_perm(permission)
    ]


def _governance(user: Any, here: str) -> list[Link]:
    links = [_link(_("Agreements"), "governance:agreements", here == "governance:agreements")]
    if standing(user).has(Role.PARTNER_REPRESENTATIVE):
        name = "governance:my_institution"
        links.append(_link(_("My institution"), name, here == name))
    if user.has_perm("governance.view_contributions"):
        name = "governance:contributions"
        links.append(_link(_("Contributions"), name, here == name))
    if user.has_perm("governance.view_quotas"):
        links.append(_link(_("Quotas"), "governance:quotas", here == "governance:quotas"))
    return links


def _labs(user: Any, here: str) -> list[Link]:
    wanted = [
        ("labs.book", _("Book"), "labs:book"),
        ("labs.book", _("My bookings"), "labs:bookings"),
        ("labs.operate", _("Running the laboratories"), "labs:desk"),
        ("labs.view_ledger", _("Capacity ledger"), "labs:ledger"),
    ]
    links = [
        _link(_("Machines and rooms"), "labs:catalogue", here == "labs:catalogue"),
        _link(_("Calendar"), "labs:calendar", here == "labs:calendar"),
    ]
    links += [
        _link(label, name, here == name)
        for permission, label, name in wanted
        if user.has_perm(permission)
    ]
    return links


def _charges(user: Any, here: str) -> list[Link]:
    wanted = [
        ("charging.view_charge", pgettext("charging", "Charges"), "charging:charges"),
        ("charging.view_project", _("Projects"), "charging:projects"),
        ("charging.view_account", _("Payer accounts"), "charging:accounts"),
        ("charging.view_price_lists", _("Price lists"), "charging:price_lists"),
        ("charging.view_adjustments", _("Requests for correction"), "charging:adjustments"),
    ]
    links = [
        _link(_("Prices"), "charging:prices", here == "charging:prices"),
        _link(_("What would it cost?"), "charging:calculator", here == "charging:calculator"),
    ]
    links += [
        _link(label, name, here == name)
        for permission, label, name in wanted
        if user.has_perm(permission)
    ]
    return links


def account_of(user: Any, path: str) -> Link:
    """What the header shows about the visitor: a way in, or who they are and their own pages."""
    if not user.is_authenticated:
        return {"sign_in_url": f"{reverse('account_login')}?next={path}"}
    roles = [str(Role(role).label) for role in standing(user).roles]
    return {
        "name": str(getattr(user, "person", None) or user),
        "label": ", ".join(roles),
        "items": [
            _link(_("My day"), "portal:my_day", False),
            _link(_("My account"), "accounts:profile", False),
            _link(_("Personal tokens"), "api:tokens", False),
        ],
        "sign_out_url": reverse("account_logout"),
    }


def _link(label: str, name: str, current: bool) -> Link:
    return {"label": label, "url": reverse(name), "current": current}


def _group(label: str, links: Iterable[Link]) -> Link:
    several = list(links)
    return {"label": label, "current": any(link["current"] for link in several), "items": several}
