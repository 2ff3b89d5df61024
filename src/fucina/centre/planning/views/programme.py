from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.programme import programme as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def programme(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "programme", page(reader), ("programme", "openings"))
