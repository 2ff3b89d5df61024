from django.http import Http404, HttpRequest, HttpResponse

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.sources import source_page
from fucina.centre.planning.presentation.sources import sources as sources_table
from fucina.centre.planning.views.show import show


def sources(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "sources", sources_table(reader))


def source(request: HttpRequest, reader: Reader, identity: str) -> HttpResponse:
    if identity not in reader.sources:
        raise Http404(identity)
    return show(request, reader, "source", source_page(reader, identity, request.GET.get("page")))
