from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.ranking import ranking as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.studied import show, studied


@studied
def ranking(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "ranking", page(reader), ("rank_acceptability", "stakeholders"))
