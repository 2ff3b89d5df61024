from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.planning.presentation.reader import current_reader
from fucina.centre.portal.presentation.audiences import IDS, audiences
from fucina.centre.portal.presentation.audiences import audience as page
from fucina.centre.portal.presentation.here import here
from fucina.centre.portal.presentation.home import lines


@public
@require_safe
def audience(request: HttpRequest, identity: str) -> HttpResponse:
    if identity not in IDS:
        raise Http404(identity)
    reader, found = current_reader(), page(identity)
    context = {
        "page": found,
        "here": here(),
        "lines": lines(reader, found.kinds) if reader else [],
        "others": [other for other in audiences() if other.id != identity],
        "data_as_of": reader.run.as_of if reader else None,
    }
    return render(request, "portal/audience.html", context)
