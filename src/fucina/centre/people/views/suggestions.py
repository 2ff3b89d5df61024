"""Suggestions for fields in which something is picked: ``?q=`` gives what the person asking may see."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from fucina.centre.access import requires, signed_in
from fucina.centre.people.forms.sources import (
    ActivitySource,
    OrganisationSource,
    OwnerSource,
    PersonSource,
)
from fucina.ui.fields import Source

MOST = 8
SHORTEST = 2


@requires("people.view_directory")
@require_safe
def organisation_suggestions(request: HttpRequest) -> JsonResponse:
    return _found(request, OrganisationSource(request.user))


@signed_in
@require_safe
def person_suggestions(request: HttpRequest) -> JsonResponse:
    return _found(request, PersonSource(request.user))


@requires("people.view_directory")
@require_safe
def owner_suggestions(request: HttpRequest) -> JsonResponse:
    return _found(request, OwnerSource(request.user))


@signed_in
@require_safe
def ateco_suggestions(request: HttpRequest) -> JsonResponse:
    return _found(request, ActivitySource())


def _found(request: HttpRequest, source: Source) -> JsonResponse:
    words = request.GET.get("q", "").strip()[:100]
    found = source.find(words, MOST) if len(words) >= SHORTEST else []
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
