from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from fucina.ui.fields import Option
from fucina.ui.samples.listing import FirmSource

SUGGESTED = 6


@vary_on_headers("Accept")
def find(request: HttpRequest) -> HttpResponse:
    """The invented firms that answer ``q``: suggestions as JSON, or a page."""
    words = request.GET.get("q", "").strip()
    found = FirmSource().find(words, SUGGESTED) if words else []
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse({"results": [_suggestion(option) for option in found]})
    return render(request, "ui/gallery/found.html", {"found": found, "words": words})


def _suggestion(option: Option) -> dict[str, Any]:
    return {**option.as_suggestion(), "url": reverse("ui:frame"), "kind": _("Firm")}
