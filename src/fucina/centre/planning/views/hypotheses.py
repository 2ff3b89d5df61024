from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.hypotheses import hypotheses as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def hypotheses(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "hypotheses", page(reader), ("network_map",))
