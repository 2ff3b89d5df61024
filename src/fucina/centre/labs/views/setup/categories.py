from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import CategoryForm
from fucina.centre.labs.models import MachineType
from fucina.centre.labs.presentation import records as pages
from fucina.centre.labs.views.asking import FORM, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def categories(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.categories())


@requires("labs.manage_resources")
@FORM
def add_category(request: HttpRequest) -> HttpResponse:
    new = MachineType()
    return ask_new(
        request,
        CategoryForm(typed(request), new),
        partial(catalogue.write_category, new, by=request.user),
        title=_("A new category of machines"),
        to="categories",
    )


@requires("labs.manage_resources")
@FORM
def change_category(request: HttpRequest, category: int) -> HttpResponse:
    found = get_object_or_404(MachineType, pk=category)
    return ask_change(
        request,
        CategoryForm(typed(request), found),
        partial(catalogue.write_category, found, by=request.user),
        found,
        title=_("Change the category"),
        to="categories",
        remove=reverse("labs:remove_category", kwargs={"category": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_category(request: HttpRequest, category: int) -> HttpResponse:
    return ask_removal(request, get_object_or_404(MachineType, pk=category), "categories")
