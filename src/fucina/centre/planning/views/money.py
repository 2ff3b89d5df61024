from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.money import money as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def money(request: HttpRequest, reader: Reader) -> HttpResponse:
    found = page(reader, request.GET.get("statement", ""))
    charts = ("cash", "net_cost", "funding", "power_money", "thirds", found.statement.chart)
    return show(request, reader, "money", found, charts)
