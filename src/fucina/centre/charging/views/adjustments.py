from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.adjustment import AcceptForm, DeclineForm
from fucina.centre.charging.models import Adjustment
from fucina.centre.charging.presentation import adjustments as page
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM


@requires("charging.view_adjustments")
@require_safe
def adjustments(request: HttpRequest) -> HttpResponse:
    listing = page.adjustments_listing(request.user, request.GET)
    context = {"listing": listing, "columns": page.columns(), "rows": page.rows(listing)}
    return render(request, "charging/adjustments.html", context)


@requires("charging.view_charge", of=finding.adjustment)
@require_safe
def adjustment(request: HttpRequest, adjustment: Adjustment) -> HttpResponse:
    decides = request.user.has_perm("charging.decide_adjustment", adjustment)
    context = {
        "adjustment": adjustment,
        "facts": page.facts(adjustment),
        "decides": decides and page.waits(adjustment),
    }
    return render(request, "charging/adjustment.html", context)


@requires("charging.decide_adjustment", of=finding.adjustment)
@FORM
def accept_adjustment(request: HttpRequest, adjustment: Adjustment) -> HttpResponse:
    return ask(
        request,
        AcceptForm(typed(request)),
        partial(domain.accept_adjustment, adjustment, by=request.user),
        title=_("Correct the charge"),
        about=page.wanted(adjustment),
        done=_("The charge was corrected. The first one is kept, voided."),
        back=adjustment.get_absolute_url(),
        submit=_("Correct the charge"),
    )


@requires("charging.decide_adjustment", of=finding.adjustment)
@FORM
def decline_adjustment(request: HttpRequest, adjustment: Adjustment) -> HttpResponse:
    return ask(
        request,
        DeclineForm(typed(request)),
        partial(domain.decline_adjustment, adjustment, by=request.user),
        title=_("Decline the request"),
        about=page.wanted(adjustment),
        done=_("The request was declined. The charge stands."),
        back=adjustment.get_absolute_url(),
        submit=_("Decline"),
    )
