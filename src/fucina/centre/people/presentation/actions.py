"""What a person can do from a page, as far as they may."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

type Actions = list[dict[str, Any]]


def allowed(user: Any, *wanted: tuple[str, Any, dict[str, Any]]) -> Actions:
    """Of (permission, about what, action) those that the user has."""
    return [action for permission, about, action in wanted if user.has_perm(permission, about)]


def action(label: str, name: str, **more: Any) -> dict[str, Any]:
    """A link to the page of that name; ``args`` are its address's, the rest is the button's."""
    address = more.pop("args", {})
    return {"label": label, "url": reverse(name, kwargs=address), **more}


def directory_actions(user: Any) -> Actions:
    return allowed(
        user,
        ("people.add_organisation", None, action(_("New organisation"), "people:new_organisation", kind="primary", icon="plus")),
        ("people.import_records", None, action(_("Import"), "people:imports", more=True)),
        ("people.merge_organisations", None, action(_("Duplicates"), "people:duplicates", more=True)),
    )  # fmt: skip


def person_directory_actions(user: Any) -> Actions:
    return allowed(
        user,
        ("people.add_person", None, action(_("New person"), "people:new_person", kind="primary", icon="plus")),
        ("people.import_records", None, action(_("Import"), "people:imports", more=True)),
        ("people.merge_persons", None, action(_("Duplicates"), "people:duplicates", more=True)),
    )  # fmt: skip


def directory_tabs(request: HttpRequest, *, on_map: bool) -> Actions:
    """The same organisations as a list or on the map: filters stay."""
    query = request.GET.copy()
    for name in ("view", "page"):
        query.pop(name, None)
    as_list = f"?{query.urlencode()}"
    query["view"] = "map"
    return [
        {"label": _("List"), "url": as_list, "current": not on_map},
        {"label": _("Map"), "url": f"?{query.urlencode()}", "current": on_map},
    ]
