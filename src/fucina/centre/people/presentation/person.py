"""The page of one person."""

from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.people.domain.history import history_of
from fucina.centre.people.domain.queries import details_visible, sees_all, visible_organisations
from fucina.centre.people.models import Contact, Membership, Person
from fucina.centre.people.presentation.actions import Actions, action, allowed
from fucina.centre.people.presentation.changes import change_events

RECENT = 10


def actions(user: Any, person: Person) -> Actions:
    here = {"args": {"person": person.pk}}
    return allowed(
        user,
        ("people.change_person", person, action(_("Correct"), "people:edit_person", icon="pencil", **here)),
        ("people.merge_persons", None, action(_("Merge with another"), "people:merge_person", more=True, **here)),
    )  # fmt: skip


def facts(user: Any, person: Person) -> list[dict[str, Any]]:
    """The fiscal code only for those who may read it."""
    terms = [
        (_("E-mail"), person.email, {"url": f"mailto:{person.email}"}),
        (_("Telephone"), person.phone, {}),
        (_("Language"), person.get_language_display(), {}),
        (_("Account"), _("signs in") if person.user_id else _("has no account"), {}),
    ]
    if user.has_perm("people.view_fiscal_code", person):
        terms.insert(2, (_("Fiscal code"), person.fiscal_code, {}))
    return [{"term": term, "text": text, **more} for term, text, more in terms if text]


def roles(user: Any, person: Person) -> list[dict[str, Any]]:
    """At organisations the reader may see; those that have ended only for those who read all."""
    held = Membership.objects.filter(person=person, organisation__in=visible_organisations(user))
    if not sees_all(user):
        held = held.on()
    return [
        {
            "organisation": membership.organisation,
            "role": membership.get_role_display(),
            "from": membership.valid_from,
            "until": membership.valid_until,
            "holds": membership.holds,
        }
        for membership in held.select_related("organisation").order_by("-valid_from")
    ]


def contacts(user: Any, person: Person) -> list[Contact]:
    found = Contact.objects.filter(person=person, organisation__in=visible_organisations(user))
    return [
        contact
        for contact in found.select_related("organisation").order_by("-valid_from")
        if details_visible(user, contact.organisation_id)
    ]


def history(user: Any, person: Person) -> list[dict[str, Any]]:
    if not user.has_perm("people.view_history"):
        return []
    return change_events(history_of(person, RECENT))
