from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.seats import seats as page
from fucina.centre.planning.views.studied import show, studied


@studied
def seats(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "seats", page(reader), ("map",))
