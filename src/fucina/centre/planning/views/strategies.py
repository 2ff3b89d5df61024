from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.strategies import strategies as page
from fucina.centre.planning.views.show import show


def strategies(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "strategies",
        page(reader),
        ("strategy_probability", "demand", "line_accounts", "thirds", "core_index", "frontier"),
    )
