from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.ownership_tree import ownership_tree
from fucina.centre.people.domain.queries import organisation_for, ownership_for, person_for
from fucina.centre.people.domain.record_ownership import (
    end_ownership,
    record_ownership,
    remove_ownership,
)
from fucina.centre.people.forms.ownership import DayForm, EndForm, OwnershipForm
from fucina.centre.people.models import Organisation, OwnershipLink, Person
from fucina.centre.people.presentation import ownership as page
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import confirm, write


@requires("people.view_organisation_details", of=organisation_for)
@require_safe
@at_its_address
def ownership(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Who owns it and what it owns, to the end of every chain, on a day."""
    form = DayForm(request.GET or None)
    day = form.cleaned_data["day"] if form.is_bound and form.is_valid() else None
    tree = ownership_tree(organisation, day)
    owners = page.owner_rows(request.user, tree.owners, "owners", change=False)
    owned = page.owner_rows(request.user, tree.owned, "owned", change=False)
    context = {
        "organisation": organisation,
        "form": form,
        "day": tree.day,
        "columns": page.tree_columns(),
        "owners": page.nested(owners),
        "owned": page.nested(owned),
        "owner_rows": page.tree_rows(owners),
        "owned_rows": page.tree_rows(owned),
    }
    return render(request, "people/ownership.html", context)


@requires("people.change_organisation", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def new_ownership(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    back = organisation.get_absolute_url()

    def act(told: dict[str, Any]) -> str:
        owner = _owner(request.user, told.pop("owner"))
        record_ownership(organisation, owner, by=request.user, **told)
        return back

    return write(
        request,
        OwnershipForm(request.POST or None, user=request.user, owned=organisation),
        act,
        title=_("Add an owner of {name}").format(name=organisation),
        done=_("The share was recorded."),
        back=back,
    )


@requires("people.change_part", of=ownership_for)
@require_http_methods(["GET", "HEAD", "POST"])
def end_ownership_page(request: HttpRequest, link: OwnershipLink) -> HttpResponse:
    back = link.owned.get_absolute_url()

    def act(told: dict[str, Any]) -> str:
        end_ownership(link, by=request.user, day=told["day"])
        return back

    return write(
        request,
        EndForm(request.POST or None),
        act,
        title=_("End the share of {owner} in {name}").format(
            owner=link.owner or link.owner_person, name=link.owned
        ),
        done=_("The share was ended."),
        back=back,
    )


@requires("people.change_part", of=ownership_for)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_ownership_page(request: HttpRequest, link: OwnershipLink) -> HttpResponse:
    return confirm(
        request,
        lambda: remove_ownership(link, by=request.user),
        title=_("Remove this share?"),
        text=_("Only what was recorded by mistake is removed. A share that was sold is ended instead."),
        label=_("Remove"),
        done=_("The share was removed."),
        back=link.owned.get_absolute_url(),
    )  # fmt: skip


def _owner(user: Any, picked: str) -> Organisation | Person:
    find = organisation_for if picked.startswith("o") else person_for
    found: Organisation | Person = find(user, int(picked[1:]))
    return found
