from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.domain.queries import organisations_to_invite_for, visible_invitations
from fucina.centre.accounts.domain.resend_invitation import resend_invitation
from fucina.centre.accounts.domain.withdraw_invitation import withdraw_invitation
from fucina.centre.accounts.forms.invitation import InvitationForm
from fucina.centre.accounts.forms.picks import OrganisationSource, organisation_of
from fucina.centre.accounts.forms.refused import show_refusal
from fucina.centre.accounts.models import Invitation
from fucina.centre.accounts.presentation.invitations import SORTS, columns, facts, rows
from fucina.centre.refusal import Refusal
from fucina.ui.fields.pick import SHOWN
from fucina.ui.listing import Listing


@requires("accounts.view_invitations")
@require_safe
def invitations(request: HttpRequest) -> HttpResponse:
    found = visible_invitations(request.user)
    listing = Listing.of(request.GET, found, sorts=SORTS, default="-sent")
    context = {"listing": listing, "columns": columns(), "rows": rows(listing)}
    return render(request, "accounts/invitations.html", context)


@requires("accounts.view_invitations")
@require_http_methods(["GET", "HEAD", "POST"])
def new_invitation(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(
        request.POST or None, user=request.user, initial={"organisation": _asked(request)}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        said["organisation"] = organisation_of(said["organisation"])
        try:
            invitation = invite(by=request.user, link=_link(request), **said)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            words = _("The invitation is on its way to {email}.").format(email=invitation.email)
            messages.success(request, words)
            return redirect("accounts:invitations")
    return render(request, "accounts/new_invitation.html", {"form": form})


def seen_invitation(user: Any, invitation: int) -> Invitation:
    found = visible_invitations(user).filter(pk=invitation).first()
    if found is None:
        raise Http404
    return found


@requires("accounts.manage_invitation", of=seen_invitation)
@require_safe
def invitation(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    context = {"invitation": invitation, "facts": facts(invitation)}
    return render(request, "accounts/invitation.html", context)


@requires("accounts.manage_invitation", of=seen_invitation)
@require_POST
def resend(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    try:
        resend_invitation(invitation, by=request.user, link=_link(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        words = _("Sent again to {email}, with a new link.").format(email=invitation.email)
        messages.success(request, words)
    return redirect("accounts:invitation", invitation.pk)


@requires("accounts.manage_invitation", of=seen_invitation)
@require_POST
def withdraw(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    try:
        withdraw_invitation(invitation, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The invitation is withdrawn: its link opens nothing now."))
    return redirect("accounts:invitation", invitation.pk)


@requires("accounts.view_invitations")
@require_safe
def find_organisations(request: HttpRequest) -> HttpResponse:
    """Suggestions for a pick field: organisations for which the person may invite."""
    source = OrganisationSource(organisations_to_invite_for(request.user))
    found = source.find(request.GET.get("q", ""), SHOWN)
    return JsonResponse({"results": [option.as_suggestion() for option in found]})


def _asked(request: HttpRequest) -> str:
    """An organisation's page leads here with its number; someone with one organisation need not choose."""
    own = organisations_to_invite_for(request.user)
    asked = request.GET.get("organisation", "")
    if asked.isdecimal() and own.filter(pk=asked).exists():
        return asked
    several = list(own.values_list("pk", flat=True)[:2])
    return str(several[0]) if len(several) == 1 else ""


def _link(request: HttpRequest) -> Any:
    def link(secret: str) -> str:
        return request.build_absolute_uri(reverse("accounts:open_invitation", args=[secret]))

    return link
