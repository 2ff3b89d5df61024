"""Laboratories, what is in them, and the rules of booking, written by those who manage them."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.domain.maintenance import set_status_of
from fucina.centre.labs.enums import ResourceKind
from fucina.centre.labs.forms.manage import (
    FORMS,
    CapacityForm,
    LaboratoryForm,
    ManageFilter,
    NewLaboratoryForm,
    PolicyForm,
    SharingForm,
    StatusForm,
)
from fucina.centre.labs.models import Laboratory, Policy, Resource
from fucina.centre.labs.presentation import manage as pages
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, ask, typed
from fucina.centre.labs.views.showing import show

ADDING = {
    ResourceKind.ROOM: catalogue.add_room,
    ResourceKind.MACHINE: catalogue.add_machine,
    ResourceKind.EXPERT: catalogue.add_expert,
    ResourceKind.ACCESSORY: catalogue.add_accessory,
}


@requires("labs.manage_resources")
@require_safe
def manage(request: HttpRequest) -> HttpResponse:
    form = ManageFilter(request.GET, request.user)
    listing = pages.resources_listing(request.user, request.GET, form)
    context = {
        "form": form, "listing": listing, "columns": pages.columns(), "rows": pages.rows(listing)
    }  # fmt: skip
    return show(request, "manage", context, desk="manage")


@requires("labs.manage_resources")
@FORM
def record_laboratory(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        NewLaboratoryForm(typed(request)),
        partial(catalogue.record_laboratory, by=request.user),
        title=_("A new laboratory"),
        done=_("The laboratory was recorded. Now add its rooms and machines."),
        back=reverse("labs:manage"),
        desk="manage",
    )


@requires("labs.manage_resources", of=finding.laboratory)
@FORM
def change_laboratory(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    return ask(
        request,
        LaboratoryForm(typed(request), laboratory),
        partial(catalogue.change_laboratory, laboratory, by=request.user),
        title=_("Change the laboratory"),
        about=str(laboratory),
        done=_("The laboratory was changed."),
        back=reverse("labs:laboratory", kwargs={"laboratory": laboratory.pk}),
        desk="manage",
    )


@requires("labs.manage_resources", of=finding.laboratory)
@FORM
def add_resource(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    """First what kind of thing it is, then its data."""
    kind = request.GET.get("kind", "")
    if kind not in FORMS:
        back = reverse("labs:laboratory", kwargs={"laboratory": laboratory.pk})
        context = {"laboratory": laboratory, "kinds": pages.kinds(), "back": back}
        return show(request, "add_resource", context, desk="manage")
    form = FORMS[kind](typed(request), laboratory)
    form.of(request.user)
    return ask(
        request,
        form,
        partial(_add, ResourceKind(kind), laboratory, request.user),
        title=_("Add: {kind}").format(kind=ResourceKind(kind).label),
        about=str(laboratory),
        done=_("It was added."),
        back=reverse("labs:laboratory", kwargs={"laboratory": laboratory.pk}),
        desk="manage",
    )


def _add(kind: ResourceKind, laboratory: Laboratory, by: Any, **told: Any) -> None:
    if kind == ResourceKind.ACCESSORY:
        told["quantity"] = told.pop("capacity")
    first = {
        ResourceKind.MACHINE: ("name", "type"),
        ResourceKind.EXPERT: ("person",),
    }.get(kind, ("name",))
    adding: Any = ADDING[kind]
    adding(laboratory, *(told.pop(name) for name in first), by=by, **told)


@requires("labs.manage_resources", of=finding.resource)
@FORM
def change_resource(request: HttpRequest, resource: Resource) -> HttpResponse:
    form = FORMS[resource.kind](typed(request), resource.laboratory, resource)
    form.of(request.user)
    return ask(
        request,
        form,
        partial(catalogue.change_resource, resource, by=request.user),
        title=_("Change the data"),
        about=str(resource),
        done=_("The data were changed."),
        back=resource.get_absolute_url(),
        desk="manage",
    )


@requires("labs.manage_resources", of=finding.resource)
@FORM
def change_capacity(request: HttpRequest, resource: Resource) -> HttpResponse:
    return ask(
        request,
        CapacityForm(typed(request), resource),
        partial(catalogue.change_capacity, resource, by=request.user),
        title=_("How many at once"),
        about=str(resource),
        lede=_("From one to several, or back, only where nothing is booked ahead."),
        done=_("The data were changed."),
        back=resource.get_absolute_url(),
        desk="manage",
    )


@requires("labs.manage_resources", of=finding.resource)
@FORM
def share_schedule(request: HttpRequest, resource: Resource) -> HttpResponse:
    form = SharingForm(typed(request), request.user, catalogue.sharing(resource).first())
    return ask(
        request,
        form,
        partial(catalogue.share_schedule, resource, by=request.user),
        title=_("Sharing its time"),
        about=str(resource),
        lede=_("For what cannot be used together, such as two machines on one laser: whoever books one keeps others from the other. What is booked ahead goes along."),
        done=_("The data were changed."),
        back=resource.get_absolute_url(),
        desk="manage",
    )  # fmt: skip


@requires("labs.operate", of=finding.resource)
@FORM
def resource_status(request: HttpRequest, resource: Resource) -> HttpResponse:
    return ask(
        request,
        StatusForm(typed(request), resource),
        partial(set_status_of, resource, by=request.user),
        title=_("Change its state"),
        about=str(resource),
        lede=_("What is booked stays booked: declare an outage to move it."),
        done=_("The state was changed."),
        back=resource.get_absolute_url(),
        desk="manage",
    )


@requires("labs.manage_resources")
@require_safe
def policies(request: HttpRequest) -> HttpResponse:
    return show(request, "policies", {"policies": pages.policies()}, desk="manage")


@requires("labs.manage_resources")
@FORM
def record_policy(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        PolicyForm(typed(request)),
        partial(catalogue.record_policy, by=request.user),
        title=_("New rules of booking"),
        lede=_("What is left empty is not asked. Rules that contradict each other are refused."),
        done=_("The rules were recorded."),
        back=reverse("labs:policies"),
        desk="manage",
        template="policy",
    )


@requires("labs.manage_resources")
@FORM
def change_policy(request: HttpRequest, policy: int) -> HttpResponse:
    found = get_object_or_404(Policy, pk=policy)
    return ask(
        request,
        PolicyForm(typed(request), found),
        partial(catalogue.record_policy, found.name, by=request.user),
        title=_("Change the rules of booking"),
        about=str(found),
        lede=_("What is left empty is not asked. Rules that contradict each other are refused."),
        done=_("The rules were recorded."),
        back=reverse("labs:policies"),
        desk="manage",
        template="policy",
    )
