from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.overview import overview as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def overview(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "overview",
        page(reader),
        ("seat_probability", "strategy_probability", "form_probability", "variants"),
    )
