from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.forms.combinations import CombinationsForm
from fucina.centre.planning.presentation.combinations import Wanted, choices, combinations
from fucina.centre.planning.presentation.ranking import ranking as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show


def ranking(request: HttpRequest, reader: Reader) -> HttpResponse:
    form = CombinationsForm(request.GET, choices(reader))
    found = combinations(reader, Wanted(**form.wanted()), form, request.GET.get("page"))
    charts = ("rank_acceptability", "stakeholders", "criteria", "regret")
    return show(request, reader, "ranking", page(reader, found), charts)
