"""What every page of the study has in common: a current run, opened, or the empty state."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.planning.domain import queries
from fucina.centre.planning.presentation.drawn import drawn
from fucina.centre.planning.presentation.reader import Reader, current_reader
from fucina.centre.planning.presentation.uses import page_name

PAGES = (
    "overview", "seats", "ranking", "hypotheses", "money", "programme", "governance", "services",
    "register", "sources", "downloads",
)  # fmt: skip
PARTS = {"seat": "seats", "figure": "register", "source": "sources"}
"""Pages that belong to another's tab."""


def studied[**P](
    view: Callable[Concatenate[HttpRequest, Reader, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Gives the view the current run as this reader sees it; without a run, says what to do."""

    @public
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        reader = current_reader()
        if reader is None:
            return render(request, "planning/empty.html")
        return view(request, reader, *args, **kwargs)

    return answer


def show(
    request: HttpRequest,
    reader: Reader,
    name: str,
    page: object,
    charts: tuple[str, ...] = (),
) -> HttpResponse:
    """Renders a page of the study with its charts, its place among the tabs and the folder's problems."""
    svgs = queries.drawings(reader.run, charts, reader.language) if charts else {}
    context = {
        "page": page,
        "charts": drawn(reader, svgs),
        "run": reader.run,
        "study_name": reader.said(reader.study.header.name),
        "study_tabs": _tabs(PARTS.get(name, name)),
        "here": page_name(name) if name in PAGES else "",
        "problems": [problem[reader.language] for problem in queries.problems_of(reader.run)],
        "data_as_of": reader.run.as_of,
    }
    return render(request, f"planning/{name}.html", context)


def _tabs(current: str) -> list[dict[str, object]]:
    return [
        {"label": page_name(name), "url": reverse(f"planning:{name}"), "current": name == current}
        for name in PAGES
    ]
