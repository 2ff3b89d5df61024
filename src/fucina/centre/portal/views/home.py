from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.planning.presentation.reader import current_reader
from fucina.centre.portal.presentation.audiences import audiences
from fucina.centre.portal.presentation.here import here
from fucina.centre.portal.presentation.home import home as page


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    reader = current_reader()
    context = {
        "page": page(reader) if reader else None,
        "audiences": audiences(),
        "here": here(),
        "data_as_of": reader.run.as_of if reader else None,
    }
    return render(request, "portal/home.html", context)
