"""A page of the laboratories, with the way to the others above it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fucina.centre.labs.presentation.sections import desk_tabs, sections


def show(
    request: HttpRequest, template: str, context: dict[str, Any], *, desk: str = ""
) -> HttpResponse:
    """``desk`` names the tab of the staff's pages that this one stands under."""
    match = request.resolver_match
    here = str(match.url_name) if match else ""
    frame = {
        "labs_sections": sections(request.user, "desk" if desk else here),
        "desk_tabs": desk_tabs(request.user, desk) if desk else [],
    }
    return render(request, f"labs/{template}.html", {**frame, **context})
