from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import search_persons
from fucina.centre.people.forms.person_filter import PersonFilter
from fucina.centre.people.presentation import persons as page
from fucina.centre.people.presentation.actions import person_directory_actions
from fucina.centre.people.presentation.exports import export_links


@requires("people.list_persons")
@require_safe
def persons(request: HttpRequest) -> HttpResponse:
    filters = PersonFilter(request.GET)
    listing = page.listing(request.GET, search_persons(request.user, **filters.wanted()))
    context = {
        "filters": filters,
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
        "exports": export_links(request.user, "people:persons_export"),
        "actions": person_directory_actions(request.user),
    }
    return render(request, "people/persons.html", context)
