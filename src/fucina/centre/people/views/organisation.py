from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.history import history_of
from fucina.centre.people.domain.queries import organisation_for
from fucina.centre.people.domain.record_organisation import (
    correct_organisation,
    record_organisation,
)
from fucina.centre.people.forms.organisation import OrganisationForm
from fucina.centre.people.models import Organisation
from fucina.centre.people.presentation import organisation as page
from fucina.centre.people.presentation.changes import change_events
from fucina.centre.people.presentation.panels import panels_of
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import write


@requires("people.view_organisation", of=organisation_for)
@require_safe
@at_its_address
def organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    panels = panels_of(request.user, organisation)
    context = {
        "organisation": organisation,
        "actions": page.actions(request.user, organisation),
        "wide": [panel for panel in panels if not panel.aside],
        "aside": [panel for panel in panels if panel.aside],
    }
    return render(request, "people/organisation.html", context)


@requires("people.add_organisation")
@require_http_methods(["GET", "HEAD", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    return write(
        request,
        OrganisationForm(request.POST or None),
        lambda told: record_organisation(by=request.user, **told),
        title=_("New organisation"),
        done=_("The organisation was recorded."),
        back="people:organisations",
    )


@requires("people.change_organisation", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def edit_organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    return write(
        request,
        OrganisationForm(request.POST or None, organisation=organisation),
        lambda told: correct_organisation(organisation, by=request.user, **told),
        title=_("Correct {name}").format(name=organisation),
        done=_("The organisation was corrected."),
        back=organisation.get_absolute_url(),
    )


@requires("people.view_history", of=organisation_for)
@require_safe
@at_its_address
def organisation_history(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    context = {
        "thing": organisation,
        "events": change_events(history_of(organisation, limit=300)),
    }
    return render(request, "people/history.html", context)
