from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from fucina.centre.planning.presentation.explore import explore as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.version import version
from fucina.centre.planning.views.overview import overview
from fucina.centre.planning.views.show import show

PART = "X-Fragment"
"""The header by which the sliders ask for the answer alone."""


def explore(request: HttpRequest, reader: Reader) -> HttpResponse:
    found = page(reader, request.GET)
    if request.headers.get(PART) == "answer":
        context = {"page": found, "version": version(reader, request.user)}
        answer = render(request, "planning/_explore_answer.html", context)
    else:
        answer = show(request, reader, "explore", found)
    patch_vary_headers(answer, [PART])
    return answer


def shared_start(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Where a shared link leads: to the question it was made with, else to the overview."""
    if reader.place.question:
        return redirect(f"{reader.url('explore')}?{reader.place.question}")
    return overview(request, reader)
