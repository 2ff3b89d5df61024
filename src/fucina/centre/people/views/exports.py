from collections.abc import Callable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import search_organisations, search_persons, sees_all
from fucina.centre.people.forms.organisation_filter import OrganisationFilter
from fucina.centre.people.forms.person_filter import PersonFilter
from fucina.centre.people.presentation.exports import organisation_table, person_table
from fucina.centre.people.presentation.spreadsheet import csv_answer, xlsx_answer

ANSWERS: dict[str, Callable[[Iterator[list[str]], str], HttpResponseBase]] = {
    "csv": csv_answer,
    "xlsx": xlsx_answer,
}


@requires("people.export_records")
@require_safe
def organisations_export(request: HttpRequest, ending: str) -> HttpResponseBase:
    wanted = OrganisationFilter(request.GET, all_seen=sees_all(request.user)).wanted()
    return _answer(ending, organisation_table(search_organisations(request.user, **wanted)), "organisations")  # fmt: skip


@requires("people.export_records")
@require_safe
def persons_export(request: HttpRequest, ending: str) -> HttpResponseBase:
    found = search_persons(request.user, **PersonFilter(request.GET).wanted())
    return _answer(ending, person_table(request.user, found), "persons")


def _answer(ending: str, table: Iterator[list[Any]], name: str) -> HttpResponseBase:
    if ending not in ANSWERS:
        raise Http404(ending)
    return ANSWERS[ending](table, f"{name}.{ending}")
