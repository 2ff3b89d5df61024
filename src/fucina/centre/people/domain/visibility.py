"""What a person may see, as filters: the words of ``rules`` once more, for many things at once."""

from typing import Any

from django.db.models import Q
from django.http import Http404

from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
)
from fucina.centre.people.models.organisation import OrganisationQuerySet
from fucina.centre.people.models.person import PersonQuerySet
from fucina.centre.people.rules import colleague_organisations, reads_all
from fucina.centre.people.standing import standing
from fucina.centre.prepared import AnyGiven, Given, Prepared


def visible_organisations(user: Any) -> OrganisationQuerySet:
    """Those listed, and one's own; all of them for those who work with them."""
    everyone = Organisation.objects.standing()
    if not user.is_authenticated:
        return everyone.none()
    if user.is_superuser or reads_all(user):
        return everyone
    return everyone.filter(Q(listed=True) | Q(pk__in=standing(user).organisations))


def visible_persons(user: Any) -> PersonQuerySet:
    """Oneself and one's colleagues of today; all of them for those who work with them."""
    everyone = Person.objects.standing()
    if not user.is_authenticated:
        return everyone.none()
    if user.is_superuser or reads_all(user):
        return everyone
    beside = Membership.objects.on().filter(organisation__in=colleague_organisations(user))
    return everyone.filter(Q(pk=standing(user).person) | Q(pk__in=beside.values("person")))


def details_visible(user: Any, organisation: int) -> bool:
    """Whether the user sees more of an organisation than its card."""
    return bool(user.is_superuser or reads_all(user)) or standing(user).at(organisation)


LISTED_OR_OWN = Prepared[Organisation](
    lambda: Organisation.objects.standing().filter(
        Q(listed=True) | Q(pk=AnyGiven("own")), pk=Given("number")
    )
)
"""What everybody who is signed in sees of them."""


def organisation_for(user: Any, organisation: int) -> Organisation:
    """The one with this number; of one that was merged, the one it became."""
    if user.is_authenticated:
        own = sorted(standing(user).organisations)
        for found in LISTED_OR_OWN.rows(number=organisation, own=own):
            return found
    return _follow(visible_organisations(user), Organisation, organisation)


def person_for(user: Any, person: int) -> Person:
    return _follow(visible_persons(user), Person, person)


def site_for(user: Any, site: int) -> Site:
    return _part(user, Site, site)


def size_figure_for(user: Any, figure: int) -> SizeFigure:
    return _part(user, SizeFigure, figure)


def contact_for(user: Any, contact: int) -> Contact:
    return _part(user, Contact, contact)


def ownership_for(user: Any, link: int) -> OwnershipLink:
    found = OwnershipLink.objects.select_related("owned", "owner", "owner_person").filter(pk=link)
    held = found.filter(owned__in=visible_organisations(user)).first()
    if held is None or not details_visible(user, held.owned_id):
        raise Http404
    return held


def _part[T: Site | SizeFigure | Contact](user: Any, model: type[T], number: int) -> T:
    objects: Any = model._default_manager
    found: T | None = (
        objects.select_related("organisation")
        .filter(pk=number, organisation__in=visible_organisations(user))
        .first()
    )
    if found is None or not details_visible(user, found.organisation_id):
        raise Http404
    return found


def _follow[T: Organisation | Person](visible: Any, model: type[T], number: int) -> T:
    """Merges are followed only to where the reader may go: on the way nothing shows."""
    objects: Any = model._default_manager
    seen: set[int] = set()
    at: int | None = number
    while at is not None and at not in seen:
        seen.add(at)
        found: T | None = visible.filter(pk=at).first()
        if found is not None:
            return found
        at = objects.filter(pk=at).values_list("merged_into", flat=True).first()
    raise Http404
