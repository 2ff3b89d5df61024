from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.adjustment import VoidForm
from fucina.centre.charging.forms.price_list import ConfirmForm
from fucina.centre.charging.models import Unsettled
from fucina.centre.charging.presentation import unsettled as page
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM


@requires("charging.settle_uses")
@require_safe
def unsettled(request: HttpRequest) -> HttpResponse:
    listing = page.unsettled_listing(request.user, request.GET)
    context = {"listing": listing, "columns": page.columns(), "rows": page.rows(listing)}
    return render(request, "charging/unsettled.html", context)


@requires("charging.settle_uses", of=finding.unsettled)
@FORM
def charge_unsettled(request: HttpRequest, unsettled: Unsettled) -> HttpResponse:
    return _settle(
        request,
        unsettled,
        ConfirmForm(typed(request)),
        partial(domain.charge_unsettled, unsettled, by=request.user),
        title=_("Charge the use"),
        done=_("The use was charged."),
        submit=_("Charge the use"),
    )


@requires("charging.settle_uses", of=finding.unsettled)
@FORM
def release_unsettled(request: HttpRequest, unsettled: Unsettled) -> HttpResponse:
    return _settle(
        request,
        unsettled,
        VoidForm(typed(request)),
        partial(domain.release_unsettled, unsettled, by=request.user),
        title=_("Charge nothing for it"),
        done=_("Nothing is charged. What was set aside is free again."),
        submit=_("Charge nothing"),
    )


def _settle(
    request: HttpRequest, unsettled: Unsettled, form: Any, act: Any, **words: str
) -> HttpResponse:
    back = reverse("charging:unsettled")
    return ask(request, form, act, about=page.about(unsettled), back=back, **words)
