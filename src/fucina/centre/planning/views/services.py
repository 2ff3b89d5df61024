from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.services import services as page
from fucina.centre.planning.views.show import show


def services(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "services", page(reader))
