from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.planning.presentation.reader import current_reader
from fucina.centre.planning.presentation.services import cost_figures, line
from fucina.centre.portal.presentation.here import here
from fucina.centre.portal.presentation.home import home
from fucina.centre.portal.presentation.trail import trail


@public
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    reader = current_reader()
    context = {
        "page": home(reader) if reader else None,
        "here": here(),
        "data_as_of": reader.run.as_of if reader else None,
    }
    return render(request, "portal/services.html", context)


@public
@require_safe
def service(request: HttpRequest, identity: str) -> HttpResponse:
    reader = current_reader()
    if reader is None or identity not in reader.opened.records["services"]:
        raise Http404(identity)
    found = line(reader, identity)
    context = {
        "line": found,
        "told": here().told(identity),
        "trail": trail(found.name),
        "cost_figures": cost_figures(reader),
        "data_as_of": reader.run.as_of,
    }
    return render(request, "portal/service.html", context)
