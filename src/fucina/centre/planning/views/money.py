from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.money import money as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.studied import show, studied


@studied
def money(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "money", page(reader), ("cash", "net_cost", "cost_drivers"))
