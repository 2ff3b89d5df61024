from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fucina.ui.samples import samples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with sample content: what page authors copy from, and what the tests look at."""
    return render(request, "ui/gallery.html", samples(request))
