"""Which qualification a laboratory or a thing in it asks for, from its own page and for all of them at once."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import AskedForm, RequirementForm
from fucina.centre.labs.models import Laboratory, Requirement, Resource
from fucina.centre.labs.presentation.records import requirement_rows
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, add_below, safe_back, typed


@requires("labs.manage_resources")
@FORM
def requirements(request: HttpRequest) -> HttpResponse:
    return add_below(
        request, RequirementForm(typed(request), request.user),
        partial(catalogue.ask_qualification, by=request.user),
        title=_("Qualifications asked for"), rows=requirement_rows(), none=_("Nothing is asked for yet."),
        add=_("Ask for a qualification"), back=reverse("labs:setup"), to=_("All settings"), desk="setup",
    )  # fmt: skip


@requires("labs.manage_resources", of=finding.laboratory)
@FORM
def laboratory_requirements(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    back = reverse("labs:laboratory", kwargs={"laboratory": laboratory.pk})
    return _of(request, laboratory, back, laboratory=laboratory)


@requires("labs.manage_resources", of=finding.resource)
@FORM
def resource_requirements(request: HttpRequest, resource: Resource) -> HttpResponse:
    return _of(request, resource, resource.get_absolute_url(), resource=resource)


@requires("labs.manage_resources")
@require_POST
def remove_requirement(request: HttpRequest, requirement: int) -> HttpResponse:
    found = get_object_or_404(Requirement, pk=requirement)
    return act_and_tell(
        request,
        partial(catalogue.stop_asking, found, by=request.user),
        _("It was removed."),
        safe_back(request, reverse("labs:requirements")),
    )


def _of(
    request: HttpRequest, thing: Laboratory | Resource, back: str, **about: Any
) -> HttpResponse:
    return add_below(
        request, AskedForm(typed(request)),
        partial(catalogue.ask_qualification, by=request.user, **about),
        thing=thing, title=_("Qualifications asked for"), rows=requirement_rows(thing),
        note=_("What is booked already stays booked."), none=_("Nothing is asked for yet."),
        add=_("Ask for a qualification"), back=back,
    )  # fmt: skip
