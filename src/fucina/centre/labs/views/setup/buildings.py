from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import BuildingForm, Sites
from fucina.centre.labs.models import Building
from fucina.centre.labs.presentation import records as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records

SUGGESTED = 10


@requires("labs.manage_resources")
@require_safe
def buildings(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.buildings())


@requires("labs.manage_resources")
@FORM
def add_building(request: HttpRequest) -> HttpResponse:
    new = Building()
    return ask_new(
        request,
        BuildingForm(typed(request), new, request.user),
        partial(catalogue.write_building, new, by=request.user),
        title=_("A new building"),
        to="buildings",
    )


@requires("labs.manage_resources")
@FORM
def change_building(request: HttpRequest, building: int) -> HttpResponse:
    found = get_object_or_404(Building, pk=building)
    return ask_change(
        request,
        BuildingForm(typed(request), found, request.user),
        partial(catalogue.write_building, found, by=request.user),
        found,
        title=_("Change the building"),
        to="buildings",
        remove=reverse("labs:remove_building", kwargs={"building": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_building(request: HttpRequest, building: int) -> HttpResponse:
    return ask_removal(request, get_object_or_404(Building, pk=building), "buildings")


@requires("labs.manage_resources")
@require_safe
def find_sites(request: HttpRequest) -> HttpResponse:
    found = Sites(request.user).find(request.GET.get("q", "")[:100].replace("\x00", ""), SUGGESTED)
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
