import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import etag

from fucina.centre.planning.presentation.reader import Reader

YEAR = 365 * 24 * 3600


@gzip_page
@cache_control(public=True, max_age=YEAR, immutable=True)
@etag(lambda _request, _reader, fingerprint: f'"{fingerprint}"')
def boundaries(request: HttpRequest, reader: Reader, fingerprint: str) -> HttpResponse:
    """The municipalities' boundaries as GeoJSON. Its address changes when the study does."""
    if reader.result.fingerprint != fingerprint:
        raise Http404(fingerprint)
    content = json.dumps(reader.study.boundaries, separators=(",", ":"))
    return HttpResponse(content, content_type="application/geo+json")
