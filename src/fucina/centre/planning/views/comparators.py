from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.comparators import comparators as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def comparators(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "comparators",
        page(reader),
        ("comparators_area", "comparators_staff", "comparators_income", "references"),
    )
