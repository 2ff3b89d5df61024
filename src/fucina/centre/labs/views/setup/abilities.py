from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import CapabilityKindForm
from fucina.centre.labs.models import Capability
from fucina.centre.labs.presentation import records as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def abilities(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.abilities())


@requires("labs.manage_resources")
@FORM
def add_ability(request: HttpRequest) -> HttpResponse:
    new = Capability()
    return ask_new(
        request,
        CapabilityKindForm(typed(request), new),
        partial(catalogue.write_capability, new, by=request.user),
        title=_("A new ability"),
        to="abilities",
    )


@requires("labs.manage_resources")
@FORM
def change_ability(request: HttpRequest, capability: int) -> HttpResponse:
    found = get_object_or_404(Capability, pk=capability)
    return ask_change(
        request,
        CapabilityKindForm(typed(request), found),
        partial(catalogue.write_capability, found, by=request.user),
        found,
        title=_("Change the ability"),
        to="abilities",
        remove=reverse("labs:remove_ability", kwargs={"capability": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_ability(request: HttpRequest, capability: int) -> HttpResponse:
    return ask_removal(request, get_object_or_404(Capability, pk=capability), "abilities")
