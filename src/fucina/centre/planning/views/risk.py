from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.risk import risk as page
from fucina.centre.planning.views.show import show


def risk(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "risk",
        page(reader),
        (
            "information_economic",
            "information",
            "risk_matrix",
            "risk_matrix_after",
            "drivers",
            "cost_drivers",
            "groups",
        ),
    )
