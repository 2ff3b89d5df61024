"""The page of one organisation: who it is, and the panels that this app gives it."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from fucina.centre.people import ateco
from fucina.centre.people.domain.history import history_of
from fucina.centre.people.domain.ownership_tree import ownership_tree
from fucina.centre.people.domain.queries import details_visible, visible_persons
from fucina.centre.people.domain.size_class import size_class
from fucina.centre.people.models import Contact, Membership, Organisation
from fucina.centre.people.presentation.actions import Actions, action, allowed
from fucina.centre.people.presentation.changes import change_events
from fucina.centre.people.presentation.land import land
from fucina.centre.people.presentation.ownership import owner_rows
from fucina.centre.people.presentation.panels import Panel, register_panel
from fucina.centre.people.presentation.sites import site_points, site_rows
from fucina.centre.people.presentation.sizes import size_columns, size_rows

RECENT = 8
MOST_SHOWN = 20


def actions(user: Any, organisation: Organisation) -> Actions:
    here = {"args": {"organisation": organisation.pk}}
    return allowed(
        user,
        ("people.change_organisation", organisation, action(_("Correct"), "people:edit_organisation", icon="pencil", **here)),
        ("people.merge_organisations", None, action(_("Merge with another"), "people:merge_organisation", more=True, **here)),
        ("people.view_history", None, action(_("History"), "people:organisation_history", more=True, **here)),
    )  # fmt: skip


def facts(user: Any, organisation: Organisation) -> Panel:
    terms = [
        (_("Kind"), organisation.get_kind_display(), {}),
        (_("Name in English"), organisation.name_en, {}),
        (_("Activity (ATECO)"), organisation.ateco, _activity(organisation)),
        (_("Website"), organisation.website, {"url": organisation.website}),
        (_("Country"), organisation.country if organisation.country != "IT" else "", {}),
    ]
    if details_visible(user, organisation.pk):
        terms[2:2] = [
            (_("VAT number"), organisation.vat_number, {}),
            (_("Fiscal code"), organisation.fiscal_code, {}),
        ]
        terms += [
            (_("E-mail"), organisation.email, {"url": f"mailto:{organisation.email}"}),
            (_("PEC"), organisation.certified_email, {"url": f"mailto:{organisation.certified_email}"}),
            (_("Telephone"), organisation.phone, {}),
            (_("Size"), *_size(organisation)),
            (_("Shown to all who have signed in"), "" if organisation.listed else _("no"), {}),
            (_("Last corrected"), date_format(organisation.updated, "SHORT_DATE_FORMAT"), {}),
        ]  # fmt: skip
    items = [{"term": term, "text": text, **more} for term, text, more in terms if text]
    return Panel("facts", _("Facts"), "people/panels/facts.html", {"items": items, "about": organisation.about}, aside=True)  # fmt: skip


def sites(user: Any, organisation: Organisation) -> Panel:
    known = list(organisation.sites.all())
    change = user.has_perm("people.change_organisation", organisation)
    context = {
        "rows": site_rows(known, change=change),
        "points": site_points(known) if land() or len(site_points(known)) > 1 else [],
        "land": land(),
        "change": change,
    }
    return Panel(
        "sites", _("Sites"), "people/panels/sites.html", context, len(known), icon="pin",
        **_adding(change, organisation, _("Add a site"), "people:new_site"),
    )  # fmt: skip


def sizes(user: Any, organisation: Organisation) -> Panel | None:
    if not details_visible(user, organisation.pk):
        return None
    known = list(organisation.size_figures.all())
    change = user.has_perm("people.change_organisation", organisation)
    context = {"columns": size_columns(change=change), "rows": size_rows(known, change=change)}
    return Panel(
        "sizes", _("Size by year"), "people/panels/sizes.html", context, len(known), icon="chart",
        **_adding(change, organisation, _("Add a year"), "people:new_size_figure"),
    )  # fmt: skip


def ownership(user: Any, organisation: Organisation) -> Panel | None:
    if not details_visible(user, organisation.pk):
        return None
    tree = ownership_tree(organisation)
    change = user.has_perm("people.change_organisation", organisation)
    owners = [step for step in tree.owners if step.depth == 1]
    owned = [step for step in tree.owned if step.depth == 1]
    context = {
        "owners": owner_rows(user, owners, "owners", change=change),
        "owned": owner_rows(user, owned, "owned", change=False),
        "tree_url": reverse("people:ownership", kwargs={"organisation": organisation.pk}),
        "deeper": len(tree.owners) + len(tree.owned) > len(owners) + len(owned),
        "change": change,
    }
    return Panel(
        "ownership", _("Ownership"), "people/panels/ownership.html", context, len(owners) + len(owned), icon="link",
        **_adding(change, organisation, _("Add an owner"), "people:new_ownership"),
    )  # fmt: skip


def people(user: Any, organisation: Organisation) -> Panel | None:
    if not details_visible(user, organisation.pk):
        return None
    seen = visible_persons(user)
    members = (
        Membership.objects.on().filter(organisation=organisation, person__in=seen)
        .select_related("person").order_by("role", "person__family_name")
    )  # fmt: skip
    contacts = (
        Contact.objects.on().filter(organisation=organisation, person__in=seen)
        .select_related("person").order_by("person__family_name", "person__given_name")
    )  # fmt: skip
    change = user.has_perm("people.change_organisation", organisation)
    context = {
        "members": members[:MOST_SHOWN],
        "more_members": max(0, members.count() - MOST_SHOWN),
        "contacts": contacts,
        "change": change,
    }
    return Panel(
        "people", _("Contacts and members"), "people/panels/people.html", context, icon="people",
        **_adding(change, organisation, _("Add a contact"), "people:new_contact"),
    )  # fmt: skip


def history(user: Any, organisation: Organisation) -> Panel | None:
    if not user.has_perm("people.view_history"):
        return None
    changes = history_of(organisation, RECENT)
    url = reverse("people:organisation_history", kwargs={"organisation": organisation.pk})
    return Panel(
        "history", _("History"), "people/panels/history.html", {"events": change_events(changes)},
        icon="clock", url=url, action=_("All changes"), aside=True,
    )  # fmt: skip


def _adding(change: bool, organisation: Organisation, label: str, name: str) -> dict[str, Any]:
    if not change:
        return {}
    return {"url": reverse(name, kwargs={"organisation": organisation.pk}), "action": label}


def _activity(organisation: Organisation) -> dict[str, str]:
    found = ateco.activity(organisation.ateco) if organisation.ateco else None
    return {"note": f"{found.title} · {ateco.edition_title()}"} if found else {}


def _size(organisation: Organisation) -> tuple[str, dict[str, str]]:
    latest = organisation.size_figures.first()
    size = size_class(latest)
    if latest is None or size is None:
        return "", {}
    note = _("By its own figures of {year}, without partner and linked enterprises.")
    return str(size.label), {"note": note.format(year=latest.year)}


for _order, _make in ((10, facts), (20, sites), (30, people), (40, ownership), (50, sizes), (90, history)):  # fmt: skip
    register_panel(_order, _make)
