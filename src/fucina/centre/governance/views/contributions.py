from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.contribution import (
    GivenForm,
    MistakeForm,
    PromiseForm,
    ReleaseForm,
)
from fucina.centre.governance.models import (
    Agreement,
    GivenContribution,
    PromisedContribution,
)
from fucina.centre.governance.presentation import contributions as page
from fucina.centre.governance.presentation.contribution import contribution_page
from fucina.centre.governance.presentation.export import as_csv, as_xlsx
from fucina.centre.governance.presentation.written import day, euro
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.agreements import FORM
from fucina.centre.governance.views.asking import ask, typed

EXPORTS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@requires("governance.view_contributions")
@require_safe
def contributions(request: HttpRequest) -> HttpResponse:
    form = page.contribution_filter(request.user, request.GET)
    found = page.filtered(page.promises(request.user), form)
    listing = page.listing(request.GET, found)
    context = {
        "form": form,
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
        "sides": page.sides(found),
        "overdue": page.overdue(found),
        "exports": page.exports(),
        "recorded_under": page.recorded_under(request.user),
    }
    return render(request, "governance/contributions.html", context)


@requires("governance.view_contributions")
@require_safe
def export_contributions(request: HttpRequest, ending: str) -> HttpResponse:
    """What the list shows under the same filters, all of it."""
    if ending not in EXPORTS:
        raise Http404
    written, media_type = EXPORTS[ending]
    form = page.contribution_filter(request.user, request.GET)
    found = page.filtered(page.promises(request.user), form).order_by("due", "pk")
    answer = HttpResponse(written(found), content_type=media_type)
    name = f"{_('contributions')}-{timezone.localdate().isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("governance.view_contributions", of=finding.promise)
@require_safe
def contribution(request: HttpRequest, promise: PromisedContribution) -> HttpResponse:
    context = {"page": contribution_page(request.user, promise)}
    return render(request, "governance/contribution.html", context)


@requires("governance.promise_contribution", of=finding.agreement)
@FORM
def promise_contribution(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return ask(
        request,
        PromiseForm(typed(request), agreement),
        partial(domain.promise_contribution, by=request.user),
        title=_("Record a promised contribution"),
        about=str(agreement),
        done=_("The promise was recorded."),
        back=f"{reverse('governance:contributions')}?agreement={agreement.pk}",
    )


@requires("governance.record_given", of=finding.promise)
@FORM
def record_given(request: HttpRequest, promise: PromisedContribution) -> HttpResponse:
    return ask(
        request,
        GivenForm(typed(request), promise),
        partial(domain.record_given, promise, by=request.user),
        title=_("Record what was given"),
        about=f"{promise.party.organisation}: {promise.what}",
        done=_("What was given was recorded."),
        back=promise.get_absolute_url(),
    )


@requires("governance.promise_contribution", of=finding.promise)
@FORM
def release_promise(request: HttpRequest, promise: PromisedContribution) -> HttpResponse:
    return ask(
        request,
        ReleaseForm(typed(request)),
        partial(domain.release_promise, promise, by=request.user),
        title=_("Release the party from its promise"),
        about=f"{promise.party.organisation}: {promise.what}",
        done=_("The party was released from what it had not given."),
        back=promise.get_absolute_url(),
    )


@requires("governance.record_given", of=finding.given)
@FORM
def strike_given(request: HttpRequest, given: GivenContribution) -> HttpResponse:
    return ask(
        request,
        MistakeForm(typed(request)),
        partial(domain.strike_given, given, by=request.user),
        title=_("Strike out what was recorded by mistake"),
        about=f"{given.promise.what}: {euro(given.amount)}, {day(given.given_on)}",
        done=_("It was struck out. The audit trail keeps it."),
        back=given.promise.get_absolute_url(),
    )
