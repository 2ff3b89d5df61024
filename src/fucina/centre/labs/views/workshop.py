"""The tablet in the workshop: start, stop, enter, leave, tell what is wrong. Each also has a page of its own."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.forms.use import EnterForm, ProblemForm, StartForm, StopForm
from fucina.centre.labs.models import Laboratory, Presence, Resource, Use
from fucina.centre.labs.presentation.tablet import tablet as tablet_page
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, ask, sent_files, typed
from fucina.centre.labs.views.showing import show


@requires("labs.start_use", of=finding.laboratory)
@require_safe
def tablet(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    answer = show(request, "tablet", {"page": tablet_page(request.user, laboratory)})
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("labs.start_use", of=finding.resource)
@FORM
def start_use(request: HttpRequest, resource: Resource) -> HttpResponse:
    return ask(
        request,
        StartForm(typed(request), request.user, resource),
        partial(domain.start_use, resource, by=request.user),
        title=_("Start {name}").format(name=resource),
        about=str(resource.laboratory),
        done=_("{name} is running. Stop it here when you have finished.").format(name=resource),
        back=_workshop(resource),
        submit=pgettext("use", "Start"),
    )


@requires("labs.stop_use", of=finding.use)
@FORM
def stop_use(request: HttpRequest, use: Use) -> HttpResponse:
    return ask(
        request,
        StopForm(typed(request), use.minutes),
        partial(domain.stop_use, use, by=request.user),
        title=_("Stop {name}").format(name=use.resource),
        about=str(use.person),
        done=_("{name} was stopped.").format(name=use.resource),
        back=_workshop(use.resource),
        submit=_("Stop"),
        kind="danger",
    )


@requires("labs.report_problem", of=finding.resource)
@FORM
def report_problem(request: HttpRequest, resource: Resource) -> HttpResponse:
    from_tablet = request.GET.get("from") == "workshop"
    return ask(
        request,
        ProblemForm(typed(request), sent_files(request)),
        partial(domain.report_problem, resource, by=request.user),
        title=_("Report a problem"),
        about=str(resource),
        done=_("Thank you: the people in charge were told."),
        back=_workshop(resource) if from_tablet else resource.get_absolute_url(),
        submit=_("Report it"),
    )


@requires("labs.start_use", of=finding.room)
@FORM
def enter_room(request: HttpRequest, resource: Resource) -> HttpResponse:
    return ask(
        request,
        EnterForm(typed(request), request.user, resource),
        partial(domain.enter, resource, by=request.user),
        title=_("Enter {name}").format(name=resource),
        about=str(resource.laboratory),
        done=_("Entered: {name}.").format(name=resource),
        back=_workshop(resource),
        submit=_("Enter"),
    )


@requires("labs.start_use", of=finding.presence)
@require_POST
def leave_room(request: HttpRequest, presence: Presence) -> HttpResponse:
    return act_and_tell(
        request,
        lambda: domain.leave(presence, by=request.user),
        _("Left: {name}.").format(name=presence.room),
        _workshop(presence.room),
    )


def _workshop(resource: Resource) -> str:
    return reverse("labs:tablet", kwargs={"laboratory": resource.laboratory_id})
