from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import public, requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.agreement import AgreementForm
from fucina.centre.governance.models import Agreement
from fucina.centre.governance.presentation.agreement import agreement_page
from fucina.centre.governance.presentation.agreements import agreements_table
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.asking import ask, typed

FORM = require_http_methods(["GET", "HEAD", "POST"])


@public
@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    context = {
        "table": agreements_table(request.user),
        "records": request.user.has_perm("governance.record_agreement"),
    }
    return render(request, "governance/agreements.html", context)


@requires("governance.view_agreement", of=finding.agreement)
@require_safe
def agreement(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return render(
        request, "governance/agreement.html", {"page": agreement_page(request.user, agreement)}
    )


@requires("governance.record_agreement")
@FORM
def record_agreement(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        AgreementForm(typed(request), request.user),
        partial(domain.record_agreement, by=request.user),
        title=_("Record an agreement"),
        done=_("The agreement was recorded. Now add its parties."),
        back=reverse("governance:agreements"),
    )


@requires("governance.record_agreement", of=finding.agreement)
@FORM
def change_agreement(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return ask(
        request,
        AgreementForm(typed(request), request.user, agreement),
        partial(domain.change_agreement, agreement, by=request.user),
        title=_("Change the agreement"),
        about=str(agreement),
        done=_("The agreement was changed."),
        back=agreement.get_absolute_url(),
    )
