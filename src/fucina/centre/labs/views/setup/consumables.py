from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import ConsumableForm
from fucina.centre.labs.models import Consumable
from fucina.centre.labs.presentation import records as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def consumables(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.consumables())


@requires("labs.manage_resources")
@FORM
def add_consumable(request: HttpRequest) -> HttpResponse:
    return ask_new(
        request,
        ConsumableForm(typed(request), Consumable(), request.user),
        partial(catalogue.record_consumable, by=request.user),
        title=_("A new consumable"),
        to="consumables",
    )


@requires("labs.manage_resources")
@FORM
def change_consumable(request: HttpRequest, consumable: int) -> HttpResponse:
    found = get_object_or_404(Consumable, pk=consumable)
    return ask_change(
        request,
        ConsumableForm(typed(request), found, request.user),
        partial(catalogue.change_consumable, found, by=request.user),
        found,
        title=_("Change the consumable"),
        to="consumables",
        remove=reverse("labs:remove_consumable", kwargs={"consumable": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_consumable(request: HttpRequest, consumable: int) -> HttpResponse:
    return ask_removal(request, get_object_or_404(Consumable, pk=consumable), "consumables")
