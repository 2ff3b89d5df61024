"""What an invited person sees. The link's secret goes into the session at once, so that no address keeps it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import public, signed_in
from fucina.centre.accounts.domain.accept_invitation import (
    accept_invitation,
    invitation_behind,
    invitation_stands,
)
from fucina.centre.accounts.domain.addresses import verified_addresses
from fucina.centre.accounts.domain.queries import invitations_to
from fucina.centre.accounts.models import Invitation
from fucina.centre.accounts.presentation.invitations import offer_facts
from fucina.centre.refusal import Refusal

KEPT = "invitation"


@public
@never_cache
@require_safe
def open_invitation(request: HttpRequest, secret: str) -> HttpResponse:
    request.session[KEPT] = secret
    return redirect("accounts:accept_invitation")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """What is offered; a visitor is led to sign in or up with the invited address, its reader to accept."""
    secret = request.session.get(KEPT, "")
    if request.method == "POST" and request.user.is_authenticated:
        return _accept(request, secret)
    offered = invitation_behind(secret)
    if offered is None or not invitation_stands(offered):
        return render(request, "accounts/invitation_gone.html", status=410)
    return render(request, "accounts/accept_invitation.html", _context(request, offered))


def _accept(request: HttpRequest, secret: str) -> HttpResponse:
    try:
        accepted = accept_invitation(request.user, secret)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:accept_invitation")
    del request.session[KEPT]
    return _welcome(request, accepted)


@signed_in
@require_http_methods(["POST"])
def accept_own(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take up an offer to my own address from my own page, without its link."""
    offered = invitations_to(request.user).filter(pk=invitation).first()
    if offered is None:
        messages.error(request, _("This invitation is no longer valid."))
        return redirect("accounts:profile")
    try:
        accepted = accept_invitation(request.user, offered)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:profile")
    return _welcome(request, accepted)


def _welcome(request: HttpRequest, accepted: Invitation) -> HttpResponse:
    words = _("You are now {role} at {organisation}.")
    words = words.format(role=accepted.get_role_display(), organisation=accepted.organisation)
    messages.success(request, words)
    return redirect("portal:my_day")


def _context(request: HttpRequest, offered: Invitation) -> dict[str, Any]:
    context: dict[str, Any] = {"facts": offer_facts(offered), "organisation": offered.organisation}
    if request.user.is_authenticated:
        own = verified_addresses(request.user)
        return context | {"theirs": offered.email in own, "email": request.user.email}
    # Whoever has the link reads the mail at this address: it is confirmed by that.
    get_adapter(request).stash_verified_email(request, offered.email)
    known = EmailAddress.objects.filter(email=offered.email, verified=True).exists()
    return context | {"email": offered.email, "known": known}
