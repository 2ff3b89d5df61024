"""What hangs on a resource or a laboratory: abilities, documents, people in charge, closures. Each is a list with a form below."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.domain.queries import visible_laboratories, visible_resources
from fucina.centre.labs.forms.manage import (
    AttachmentForm,
    CapabilityForm,
    ClosureForm,
    StewardForm,
)
from fucina.centre.labs.models import (
    CalendarException,
    CapabilityValue,
    Laboratory,
    Resource,
    Steward,
)
from fucina.centre.labs.presentation import manage as pages
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, add_below, sent_files, typed

type Thing = Laboratory | Resource


def _parts(
    request: HttpRequest,
    thing: Thing,
    form: forms.BaseForm,
    act: Callable[..., object],
    **context: Any,
) -> HttpResponse:
    """The list, and below it the form that adds to it."""
    return add_below(request, form, act, thing=thing, back=_page_of(thing), **context)


@requires("labs.manage_resources", of=finding.resource)
@FORM
def capabilities(request: HttpRequest, resource: Resource) -> HttpResponse:
    def say(capability: Any, **told: Any) -> None:
        catalogue.say_capability(resource, capability, by=request.user, **told)

    form = CapabilityForm(typed(request))
    return _parts(
        request, resource, form, say, title=_("What it can do"),
        rows=pages.capability_rows(resource), add=_("Add an ability"),
    )  # fmt: skip


@requires("labs.manage_resources")
@require_POST
def remove_capability(request: HttpRequest, ability: int) -> HttpResponse:
    seen = CapabilityValue.objects.filter(resource__in=visible_resources(request.user))
    found = get_object_or_404(seen, pk=ability)
    return act_and_tell(
        request,
        lambda: catalogue.remove_capability(found, by=request.user),
        _("It was removed."),
        reverse("labs:capabilities", kwargs={"resource": found.resource_id}),
    )


@requires("labs.operate", of=finding.resource)
@FORM
def attachments(request: HttpRequest, resource: Resource) -> HttpResponse:
    def attach(title: str, kind: str, **told: Any) -> None:
        catalogue.attach_document(resource, title, kind, by=request.user, **told)

    form = AttachmentForm(typed(request), sent_files(request))
    return _parts(
        request, resource, form, attach, title=_("Documents and photos"),
        rows=pages.attachment_rows(resource), add=_("Attach a document"),
    )  # fmt: skip


@requires("labs.operate")
@require_POST
def remove_attachment(request: HttpRequest, attachment: int) -> HttpResponse:
    found = finding.attachment(request.user, attachment)
    return act_and_tell(
        request,
        lambda: catalogue.remove_document(found, by=request.user),
        _("It was removed."),
        reverse("labs:attachments", kwargs={"resource": found.resource_id}),
    )


@requires("labs.manage_resources", of=finding.laboratory)
@FORM
def laboratory_stewards(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    return _stewards(request, laboratory, laboratory=laboratory)


@requires("labs.manage_resources", of=finding.resource)
@FORM
def resource_stewards(request: HttpRequest, resource: Resource) -> HttpResponse:
    return _stewards(request, resource, resource=resource)


def _stewards(request: HttpRequest, thing: Thing, **about: Any) -> HttpResponse:
    def name(person: Any, **told: Any) -> None:
        catalogue.name_steward(person, by=request.user, **about, **told)

    form = StewardForm(typed(request), request.user)
    return _parts(
        request, thing, form, name, title=_("Who is in charge"),
        rows=pages.steward_rows(thing), none=_("Nobody is in charge of it yet."),
        add=_("Put a person in charge"),
    )  # fmt: skip


@requires("labs.manage_resources")
@require_POST
def remove_steward(request: HttpRequest, steward: int) -> HttpResponse:
    found = get_object_or_404(Steward.objects.select_related("laboratory", "resource"), pk=steward)
    name, thing = (
        ("resource", found.resource) if found.resource else ("laboratory", found.laboratory)
    )
    return act_and_tell(
        request,
        lambda: catalogue.remove_steward(found, by=request.user),
        _("{person} is in charge of it no more.").format(person=found.person),
        reverse(f"labs:{name}_stewards", kwargs={name: thing.pk if thing else 0}),
    )


@requires("labs.change_calendar", of=finding.laboratory)
@FORM
def laboratory_closures(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    return _closures(request, laboratory, laboratory=laboratory)


@requires("labs.change_calendar", of=finding.resource)
@FORM
def resource_closures(request: HttpRequest, resource: Resource) -> HttpResponse:
    return _closures(request, resource, resource=resource)


def _closures(request: HttpRequest, thing: Thing, **about: Any) -> HttpResponse:
    def record(kind: str, starts: Any, ends: Any, reason: str, **told: Any) -> None:
        catalogue.record_exception(kind, starts, ends, reason, by=request.user, **about, **told)

    return _parts(
        request, thing, ClosureForm(typed(request)), record, title=_("Closures and extra openings"),
        rows=pages.closure_rows(thing), add=_("Add a closure or an extra opening"),
        note=_("What is booked then stays booked: an outage moves it."),
    )  # fmt: skip


@requires("labs.change_calendar")
@require_POST
def remove_closure(request: HttpRequest, closure: int) -> HttpResponse:
    seen = CalendarException.objects.filter(
        resource__in=visible_resources(request.user)
    ) | CalendarException.objects.filter(laboratory__in=visible_laboratories(request.user))
    if request.user.has_perm("labs.manage_resources"):
        seen |= CalendarException.objects.filter(resource=None, laboratory=None)
    found = get_object_or_404(seen.select_related("resource", "laboratory"), pk=closure)
    if found.resource is None and found.laboratory is None:
        return act_and_tell(
            request,
            lambda: catalogue.remove_exception(found, by=request.user),
            _("It was removed."),
            reverse("labs:closures"),
        )
    name, thing = ("resource", found.resource) if found.resource else ("laboratory", found.laboratory)  # fmt: skip
    back = reverse(f"labs:{name}_closures", kwargs={name: thing.pk if thing else 0})
    return act_and_tell(
        request,
        lambda: catalogue.remove_exception(found, by=request.user),
        _("It was removed."),
        back,
    )


def _page_of(thing: Thing) -> str:
    if isinstance(thing, Resource):
        return thing.get_absolute_url()
    return reverse("labs:laboratory", kwargs={"laboratory": thing.pk})
