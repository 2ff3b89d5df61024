from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.seats import seats as page
from fucina.centre.planning.views.show import show


def seats(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "seats",
        page(reader),
        ("map", "seat_probability", "catchments", "capacity"),
    )
