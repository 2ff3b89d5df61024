"""Links that show one run without signing in: made, listed, revoked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.revoke_link import revoke_link as revoke
from fucina.centre.planning.domain.share_run import share_run as share
from fucina.centre.planning.forms.share import ShareRunForm
from fucina.centre.planning.models import Run, SharedLink
from fucina.centre.planning.presentation.links import LINK_SORTS, links_page
from fucina.centre.planning.presentation.runs import runs_tabs
from fucina.centre.planning.views import finding
from fucina.centre.planning.views.asking import tell, typed
from fucina.centre.refusal import Refusal
from fucina.ui.listing import Listing

FORM = require_http_methods(["GET", "HEAD", "POST"])


@requires("planning.share_run", of=finding.run)
@never_cache
@FORM
@sensitive_variables("secret", "address")
def share_run(request: HttpRequest, run: Run) -> HttpResponse:
    """The link is shown once, on the page that answers: its secret is nowhere kept."""
    form, address = ShareRunForm(typed(request), request.GET.get("question", "")), ""
    if form.is_bound and form.is_valid():
        try:
            _link, secret = share(run, **form.cleaned_data, by=request.user)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            path = reverse("planning:shared:overview", args=[secret])
            address = request.build_absolute_uri(path)
    context = {"run": run, "form": form, "address": address}
    return _render(request, "share_run", context)


@requires("planning.share_run")
@require_safe
def links(request: HttpRequest) -> HttpResponse:
    found = queries.links_of(request.user)
    listing = Listing.of(request.GET, found, sorts=LINK_SORTS, default="-made")
    return _render(request, "links", {"page": links_page(listing)})


@requires("planning.share_run", of=finding.shared_link)
@FORM
def revoke_link(request: HttpRequest, link: SharedLink) -> HttpResponse:
    if request.method == "POST":
        revoke(link, by=request.user)
        messages.success(request, _("The link “%(name)s” shows nothing any more.") % {"name": link})
        return redirect("planning:links")
    return _render(request, "revoke_link", {"link": link})


def _render(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"planning/{name}.html", runs_tabs(request.user, "links") | context)
