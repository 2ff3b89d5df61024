from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.domain.queries import visible_unsettled
from fucina.centre.charging.forms.adjustment import AdjustmentForm, VoidForm
from fucina.centre.charging.models import Charge
from fucina.centre.charging.presentation import charges as page
from fucina.centre.charging.presentation.charge import charge_page
from fucina.centre.charging.presentation.export import as_csv, as_xlsx
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM

EXPORTS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@requires("charging.view_charge")
@require_safe
def charges(request: HttpRequest) -> HttpResponse:
    form = page.charge_filter(request.user, request.GET)
    listing = page.listing(request.GET, page.filtered(request.user, form))
    context = {
        "form": form,
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
        "exports": page.exports(),
        "decides": request.user.has_perm("charging.view_adjustments"),
        "unsettled": visible_unsettled(request.user).exists(),
    }
    return render(request, "charging/charges.html", context)


@requires("charging.view_charge")
@require_safe
def export_charges(request: HttpRequest, ending: str) -> HttpResponse:
    """What the list shows under the same filters, all of it."""
    if ending not in EXPORTS:
        raise Http404
    written, media_type = EXPORTS[ending]
    form = page.charge_filter(request.user, request.GET)
    rows = page.exported(page.filtered(request.user, form))
    title = pgettext("charging", "Charges")
    answer = HttpResponse(written(page.heads(), rows, title), content_type=media_type)
    name = f"{title.lower()}-{timezone.localdate().isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("charging.view_charge", of=finding.charge)
@require_safe
def charge(request: HttpRequest, charge: Charge) -> HttpResponse:
    return render(request, "charging/charge.html", {"page": charge_page(request.user, charge)})


@requires("charging.void_charge", of=finding.charge)
@FORM
def void_charge(request: HttpRequest, charge: Charge) -> HttpResponse:
    return ask(
        request,
        VoidForm(typed(request)),
        partial(domain.void_charge, charge, by=request.user),
        title=_("Void the charge"),
        about=page.reference(charge),
        done=_("The charge was voided. It stays to be read, with the reason."),
        back=charge.get_absolute_url(),
        submit=_("Void"),
    )


@requires("charging.request_adjustment", of=finding.charge)
@FORM
def request_adjustment(request: HttpRequest, charge: Charge) -> HttpResponse:
    return ask(
        request,
        AdjustmentForm(typed(request), request.user, charge),
        partial(domain.request_adjustment, charge, by=request.user),
        title=_("Ask for a correction"),
        about=page.reference(charge),
        done=_("The request was sent. The charge stands until it is decided."),
        back=charge.get_absolute_url(),
        submit=_("Send the request"),
    )
