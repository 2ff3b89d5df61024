from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.project import ProjectForm
from fucina.centre.charging.models import Project
from fucina.centre.charging.presentation import projects as page
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM


@requires("charging.view_project")
@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    listing = page.projects_listing(request.user, request.GET)
    context = {
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
        "manages": request.user.has_perm("charging.manage_projects"),
    }
    return render(request, "charging/projects.html", context)


@requires("charging.view_project", of=finding.project)
@require_safe
def project(request: HttpRequest, project: Project) -> HttpResponse:
    context = {"page": page.project_page(request.user, project)}
    return render(request, "charging/project.html", context)


@requires("charging.manage_projects")
@FORM
def record_project(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        ProjectForm(typed(request)),
        partial(domain.record_project, by=request.user),
        title=_("New project"),
        about=_("What use is charged to, and who pays it: the shares come to 100 %."),
        done=_("The project was recorded."),
        back=reverse("charging:projects"),
    )


@requires("charging.manage_projects", of=finding.project)
@FORM
def change_project(request: HttpRequest, project: Project) -> HttpResponse:
    return ask(
        request,
        ProjectForm(typed(request), project),
        partial(domain.record_project, project=project, by=request.user),
        title=_("Change the project"),
        about=_("What was charged before stays as it was divided then."),
        done=_("The project was changed."),
        back=project.get_absolute_url(),
    )
