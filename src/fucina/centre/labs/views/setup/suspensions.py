from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.domain.queries.suspensions import visible_suspensions
from fucina.centre.labs.forms.access import SuspensionForm
from fucina.centre.labs.forms.records import RemoveForm
from fucina.centre.labs.presentation import access as pages
from fucina.centre.labs.views.asking import FORM, ask, typed
from fucina.centre.labs.views.setup.pages import DESK, ask_new, show_records


@requires("labs.suspend")
@require_safe
def suspensions(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.suspensions(request.user))


@requires("labs.suspend")
@FORM
def suspend(request: HttpRequest) -> HttpResponse:
    return ask_new(
        request,
        SuspensionForm(typed(request), request.user),
        partial(catalogue.suspend, by=request.user),
        title=_("Suspend a person"),
        to="suspensions",
    )


@requires("labs.suspend")
@FORM
def end_suspension(request: HttpRequest, suspension: int) -> HttpResponse:
    seen = visible_suspensions(request.user).select_related("person", "laboratory")
    found = get_object_or_404(seen, pk=suspension)
    return ask(
        request,
        RemoveForm(typed(request)),
        partial(catalogue.end_suspension, found, by=request.user),
        title=_("End the suspension?"),
        about=str(found.person),
        lede=_("From today on this person may book again."),
        done=_("The suspension has ended."),
        back=reverse("labs:suspensions"),
        submit=pgettext("suspension", "End"),
        desk=DESK,
    )
