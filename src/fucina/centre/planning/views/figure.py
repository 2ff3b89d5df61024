from django.http import Http404, HttpRequest, HttpResponse

from fucina.centre.planning.presentation.figure import figure_page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def figure(request: HttpRequest, reader: Reader, key: str) -> HttpResponse:
    if key not in reader.study.figures:
        raise Http404(key)
    return show(request, reader, "figure", figure_page(reader, key))
