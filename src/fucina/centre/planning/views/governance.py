from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.governance import governance as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def governance(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(
        request,
        reader,
        "governance",
        page(reader),
        ("form_probability", "votes", "power", "power_money"),
    )
