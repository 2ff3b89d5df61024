from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import search_organisations, sees_all
from fucina.centre.people.forms.organisation_filter import OrganisationFilter
from fucina.centre.people.presentation import organisations as page
from fucina.centre.people.presentation.actions import directory_actions, directory_tabs
from fucina.centre.people.presentation.exports import export_links
from fucina.centre.people.presentation.land import land


@requires("people.view_directory")
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """The directory, filtered, as a list; with ``?view=map`` as a map."""
    all_seen = sees_all(request.user)
    filters = OrganisationFilter(request.GET, all_seen=all_seen)
    found = search_organisations(request.user, **filters.wanted())
    on_map = request.GET.get("view") == "map"
    context = {
        "filters": filters,
        "tabs": directory_tabs(request, on_map=on_map),
        "actions": directory_actions(request.user),
        "on_map": on_map,
    }
    if on_map:
        points = page.points(found)
        context |= {
            "points": points,
            "kinds": page.kinds(points),
            "total": found.count(),
            "land": land(),
        }
    else:
        listing = page.listing(request.GET, found)
        context |= {
            "listing": listing,
            "columns": page.columns(numbers=all_seen),
            "rows": page.rows(listing, numbers=all_seen),
            "exports": export_links(request.user, "people:organisations_export"),
        }
    return render(request, "people/organisations.html", context)
