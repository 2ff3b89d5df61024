from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import QualificationForm
from fucina.centre.labs.models import Qualification
from fucina.centre.labs.presentation import records as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def qualifications(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.qualifications())


@requires("labs.manage_resources")
@FORM
def add_qualification(request: HttpRequest) -> HttpResponse:
    new = Qualification()
    return ask_new(
        request,
        QualificationForm(typed(request), new),
        partial(catalogue.write_qualification, new, by=request.user),
        title=_("A new qualification"),
        to="qualifications",
    )


@requires("labs.manage_resources")
@FORM
def change_qualification(request: HttpRequest, qualification: int) -> HttpResponse:
    found = get_object_or_404(Qualification, pk=qualification)
    return ask_change(
        request,
        QualificationForm(typed(request), found),
        partial(catalogue.write_qualification, found, by=request.user),
        found,
        title=_("Change the qualification"),
        to="qualifications",
        remove=reverse("labs:remove_qualification", kwargs={"qualification": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_qualification(request: HttpRequest, qualification: int) -> HttpResponse:
    return ask_removal(
        request, get_object_or_404(Qualification, pk=qualification), "qualifications"
    )
