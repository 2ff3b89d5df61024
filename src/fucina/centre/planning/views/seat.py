from django.http import Http404, HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.seat import seat_page
from fucina.centre.planning.views.show import show


def seat(request: HttpRequest, reader: Reader, identity: str) -> HttpResponse:
    if identity not in reader.opened.records["seats"]:
        raise Http404(identity)
    return show(request, reader, "seat", seat_page(reader, identity))
