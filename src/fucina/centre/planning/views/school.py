from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.school import school as page
from fucina.centre.planning.views.show import show


def school(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "school", page(reader), ("cohorts", "teachers"))
