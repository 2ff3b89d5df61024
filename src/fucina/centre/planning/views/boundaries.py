import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import etag, require_safe

from fucina.centre.access import public
from fucina.centre.planning.presentation.reader import current_reader

YEAR = 365 * 24 * 3600


@public
@require_safe
@gzip_page
@cache_control(public=True, max_age=YEAR, immutable=True)
@etag(lambda _request, fingerprint: f'"{fingerprint}"')
def boundaries(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The municipalities' boundaries as GeoJSON. Its address changes when the study does."""
    reader = current_reader()
    if reader is None or reader.result.fingerprint != fingerprint:
        raise Http404(fingerprint)
    content = json.dumps(reader.study.boundaries, separators=(",", ":"))
    return HttpResponse(content, content_type="application/geo+json")
