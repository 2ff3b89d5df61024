from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from fucina.centre.access import public
from fucina.centre.portal.presentation.find import find


@public
@require_safe
@never_cache
@vary_on_headers("Accept")
def search(request: HttpRequest) -> HttpResponse:
    """Everything the visitor may see that answers to some words: a page, or suggestions as JSON."""
    words = request.GET.get("q", "").strip()
    hits = find(request.user, words)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse(
            {
                "results": [
                    {"label": hit.label, "url": hit.url, "kind": hit.kind, "note": hit.note}
                    for hit in hits
                ]
            }
        )
    kinds = dict.fromkeys(hit.kind for hit in hits)
    groups = [{"kind": kind, "hits": [hit for hit in hits if hit.kind == kind]} for kind in kinds]
    return render(request, "portal/search.html", {"words": words, "groups": groups})
