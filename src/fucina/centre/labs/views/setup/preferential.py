from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.access import PreferentialForm
from fucina.centre.labs.models import PreferentialAccess
from fucina.centre.labs.presentation import access as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def preferential_accesses(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.preferential_accesses())


@requires("labs.manage_resources")
@FORM
def add_preferential(request: HttpRequest) -> HttpResponse:
    new = PreferentialAccess()
    return ask_new(
        request,
        PreferentialForm(typed(request), new, request.user),
        partial(catalogue.write_preferential_access, new, by=request.user),
        title=_("Record preferential access"),
        to="preferential_accesses",
    )


@requires("labs.manage_resources")
@FORM
def change_preferential(request: HttpRequest, preferential_access: int) -> HttpResponse:
    found = get_object_or_404(PreferentialAccess, pk=preferential_access)
    return ask_change(
        request,
        PreferentialForm(typed(request), found, request.user),
        partial(catalogue.write_preferential_access, found, by=request.user),
        found,
        title=_("Change preferential access"),
        to="preferential_accesses",
        remove=reverse("labs:remove_preferential", kwargs={"preferential_access": found.pk}),
        name=pages.preferential_name(found),
    )


@requires("labs.manage_resources")
@FORM
def remove_preferential(request: HttpRequest, preferential_access: int) -> HttpResponse:
    found = get_object_or_404(PreferentialAccess, pk=preferential_access)
    return ask_removal(
        request, found, "preferential_accesses", catalogue.remove_preferential_access, pages.preferential_name(found)
    )  # fmt: skip
