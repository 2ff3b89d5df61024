from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.accounts.domain.end_role import end_role
from fucina.centre.accounts.domain.grant_role import grant_role
from fucina.centre.accounts.domain.queries import all_roles
from fucina.centre.accounts.forms.picks import PersonSource, organisation_of, person_of
from fucina.centre.accounts.forms.refused import show_refusal
from fucina.centre.accounts.forms.role import NOW, EndRoleForm, RoleForm, RolesFilter
from fucina.centre.accounts.presentation.roles import SORTS, columns, rows
from fucina.centre.people.models import Membership
from fucina.centre.refusal import Refusal
from fucina.ui.fields.pick import SHOWN
from fucina.ui.listing import Listing


@requires("accounts.list_roles")
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Who has access to what, and since when."""
    query = request.GET.copy()
    query.setdefault("when", NOW)
    form = RolesFilter(query, auto_id="filter_%s")
    said = form.cleaned_data if form.is_valid() else {}
    found = all_roles(said.get("text", ""), said.get("role", ""), said.get("when") or NOW)
    listing = Listing.of(request.GET, found, sorts=SORTS, default="person")
    context = {"form": form, "listing": listing, "columns": columns(), "rows": rows(listing)}
    return render(request, "accounts/roles.html", context)


@requires("people.grant_role")
@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET[name] for name in ("person", "organisation") if name in request.GET}
    form = RoleForm(request.POST or None, user=request.user, initial=asked)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        said |= {
            "person": person_of(said["person"]),
            "organisation": organisation_of(said["organisation"]),
        }
        try:
            given = grant_role(by=request.user, **said)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            words = _("{person} is now {role}.")
            words = words.format(person=given.person, role=given.get_role_display())
            messages.success(request, words)
            return redirect("accounts:roles")
    return render(request, "accounts/grant_role.html", {"form": form})


def any_membership(user: Any, membership: int) -> Membership:
    """Who may not list roles does not learn which there are."""
    found = Membership.objects.select_related("person", "organisation").filter(pk=membership)
    one = found.first() if user.has_perm("accounts.list_roles") else None
    if one is None:
        raise Http404
    return one


@requires("accounts.end_role", of=any_membership)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = EndRoleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_role(membership, by=request.user, on=form.cleaned_data["on"])
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The role of {person} ends.").format(person=membership.person))  # fmt: skip
            return redirect("accounts:roles")
    context = {"form": form, "membership": membership}
    return render(request, "accounts/end_role.html", context)


@requires("people.grant_role")
@require_safe
def find_persons(request: HttpRequest) -> HttpResponse:
    """Suggestions for a pick field."""
    found = PersonSource().find(request.GET.get("q", ""), SHOWN)
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
