from collections.abc import Sequence

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from fucina.centre.access import public, requires
from fucina.centre.labs.enums import ResourceDocumentKind
from fucina.centre.labs.forms.choices import Owners, People, Things
from fucina.centre.labs.forms.search import SearchForm
from fucina.centre.labs.models import Laboratory, Resource
from fucina.centre.labs.presentation.catalogue import catalogue as catalogue_page
from fucina.centre.labs.presentation.laboratory import laboratory_page
from fucina.centre.labs.presentation.resource import resource_page
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.showing import show
from fucina.ui.fields import Option

SUGGESTED = 10


@public
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET, request.user)
    page = catalogue_page(request.user, form, request.GET.get("page"))
    return show(request, "catalogue", {"form": form, "page": page})


@requires("labs.view_catalogue", of=finding.laboratory)
@require_safe
def laboratory(request: HttpRequest, laboratory: Laboratory) -> HttpResponse:
    return show(request, "laboratory", {"page": laboratory_page(request.user, laboratory)})


@requires("labs.view_catalogue", of=finding.resource)
@require_safe
def resource(request: HttpRequest, resource: Resource) -> HttpResponse:
    return show(request, "resource", {"page": resource_page(request.user, resource)})


@public
@require_safe
def attachment(request: HttpRequest, attachment: int) -> HttpResponseBase:
    """A photo is shown; any other file is saved, never opened in place: it was made elsewhere."""
    document = finding.attachment(request.user, attachment)
    if document.address:
        return redirect(document.address)
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    photo = document.kind == ResourceDocumentKind.PHOTO
    name = f"{slugify(document.title)[:80] or document.pk}{document.ending}"
    answer = FileResponse(
        file, as_attachment=not photo, filename=name, content_type=document.media_type
    )
    answer["Cache-Control"] = "private, max-age=3600" if photo else "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@requires("labs.view_catalogue")
@require_safe
def find_resources(request: HttpRequest) -> HttpResponse:
    return _suggested(Things(request.user).find(_words(request), SUGGESTED))


@requires("labs.book")
@require_safe
def find_people(request: HttpRequest) -> HttpResponse:
    """Only those whom this person may see at all."""
    return _suggested(People(request.user).find(_words(request), SUGGESTED))


@requires("labs.manage_resources")
@require_safe
def find_organisations(request: HttpRequest) -> HttpResponse:
    return _suggested(Owners().find(_words(request), SUGGESTED))


def _words(request: HttpRequest) -> str:
    return request.GET.get("q", "")[:100].replace("\x00", "")


def _suggested(found: Sequence[Option]) -> JsonResponse:
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
