from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fucina.ui.samples import samples
from fucina.ui.samples.frame import frame as frame_samples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with sample content: what page authors copy from, and what the tests look at."""
    return render(request, "ui/gallery.html", samples(request))


def frame(request: HttpRequest) -> HttpResponse:
    """The page of one thing, with all that can stand around it."""
    return render(request, "ui/gallery/frame.html", samples(request) | frame_samples())
