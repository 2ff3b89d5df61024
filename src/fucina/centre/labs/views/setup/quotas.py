from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.access import QuotaForm
from fucina.centre.labs.models import TimeQuota
from fucina.centre.labs.presentation import access as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def quotas(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.quotas())


@requires("labs.manage_resources")
@FORM
def add_quota(request: HttpRequest) -> HttpResponse:
    new = TimeQuota()
    return ask_new(
        request,
        QuotaForm(typed(request), new, request.user),
        partial(catalogue.write_quota, new, by=request.user),
        title=_("A new quota"),
        to="quotas",
    )


@requires("labs.manage_resources")
@FORM
def change_quota(request: HttpRequest, time_quota: int) -> HttpResponse:
    found = get_object_or_404(TimeQuota, pk=time_quota)
    return ask_change(
        request,
        QuotaForm(typed(request), found, request.user),
        partial(catalogue.write_quota, found, by=request.user),
        found,
        title=_("Change the quota"),
        to="quotas",
        remove=reverse("labs:remove_quota", kwargs={"time_quota": found.pk}),
        name=pages.quota_name(found),
    )


@requires("labs.manage_resources")
@FORM
def remove_quota(request: HttpRequest, time_quota: int) -> HttpResponse:
    found = get_object_or_404(TimeQuota, pk=time_quota)
    return ask_removal(
        request, found, "quotas", catalogue.remove_quota, pages.quota_name(found)
    )  # fmt: skip
