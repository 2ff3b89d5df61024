"""All runs of the studies, those being computed, and what can be done with them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.cancel_run import cancel_run as cancel
from fucina.centre.planning.domain.publish_run import publish_run as publish
from fucina.centre.planning.domain.restart_run import restart_run as restart
from fucina.centre.planning.domain.start_run import start_run as start
from fucina.centre.planning.forms.run import StartRunForm
from fucina.centre.planning.models import Run, RunRequest
from fucina.centre.planning.presentation.runs import (
    SORTS,
    request_page,
    runs_page,
    runs_tabs,
    waiting,
)
from fucina.centre.planning.views import finding
from fucina.centre.planning.views.asking import tell, typed
from fucina.centre.refusal import Refusal
from fucina.ui.listing import Listing

FORM = require_http_methods(["GET", "HEAD", "POST"])


@requires("planning.view_runs")
@require_safe
def runs(request: HttpRequest) -> HttpResponse:
    listing = Listing.of(request.GET, queries.listed_runs(), sorts=SORTS, default="-computed")
    context = {
        "page": runs_page(listing, request.user),
        "waiting": waiting(list(queries.open_requests()), request.user),
        "failed": waiting(list(queries.failed_lately()), request.user),
    }
    return _render(request, "runs", context)


@requires("planning.start_run")
@FORM
def start_run(request: HttpRequest) -> HttpResponse:
    form = StartRunForm(typed(request), queries.folders())
    if form.is_bound and form.is_valid():
        try:
            asked = start(**form.cleaned_data, by=request.user)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            return redirect("planning:run_request", asked.pk)
    return _render(request, "start_run", {"form": form, "folders": queries.folders().exists()})


@requires("planning.view_runs", of=finding.run_request)
@require_safe
def run_request(request: HttpRequest, asked: RunRequest) -> HttpResponse:
    """How far it is; asked again every few seconds while it is not done."""
    return _render(request, "run_request", {"page": request_page(asked, request.user)})


@requires("planning.start_run", of=finding.run_request)
@require_POST
def cancel_run(request: HttpRequest, asked: RunRequest) -> HttpResponse:
    try:
        cancel(asked, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The run was cancelled. Nothing of it was kept."))
    return redirect("planning:run_request", asked.pk)


@requires("planning.start_run", of=finding.run_request)
@require_POST
def restart_run(request: HttpRequest, asked: RunRequest) -> HttpResponse:
    try:
        again = restart(asked, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("planning:run_request", asked.pk)
    return redirect("planning:run_request", again.pk)


@requires("planning.publish_run", of=finding.run)
@FORM
def publish_run(request: HttpRequest, run: Run) -> HttpResponse:
    if request.method == "POST":
        try:
            publish(run, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("planning:runs")
        messages.success(request, _("Everyone reads this run now."))
        return redirect("planning:overview")
    return _render(request, "publish_run", {"run": run})


def _render(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    tabs = runs_tabs(request.user, "links" if name == "links" else "runs")
    return render(request, f"planning/{name}.html", tabs | context)
