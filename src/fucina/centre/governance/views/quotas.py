from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.party import LastDayForm
from fucina.centre.governance.forms.quota import QuotaForm
from fucina.centre.governance.models import Agreement, Quota
from fucina.centre.governance.presentation.quotas import quotas_page
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.agreements import FORM
from fucina.centre.governance.views.asking import ask, typed


@requires("governance.view_quotas")
@require_safe
def quotas(request: HttpRequest) -> HttpResponse:
    context = {"page": quotas_page(request.user, request.GET)}
    return render(request, "governance/quotas.html", context)


@requires("governance.record_quota", of=finding.agreement)
@FORM
def record_quota(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return ask(
        request,
        QuotaForm(typed(request)),
        partial(domain.record_quota, agreement, by=request.user),
        title=_("Record a quota"),
        about=str(agreement),
        done=_("The quota was recorded."),
        back=reverse("governance:quotas"),
    )


@requires("governance.record_quota", of=finding.quota)
@FORM
def end_quota(request: HttpRequest, quota: Quota) -> HttpResponse:
    return ask(
        request,
        LastDayForm(typed(request)),
        partial(domain.end_quota, quota, by=request.user),
        title=_("End the quota of {member}").format(member=quota.member),
        about=str(quota.body),
        done=_("The last day of the quota was recorded."),
        back=reverse("governance:quotas"),
    )
