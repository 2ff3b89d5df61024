"""Renders a page of the study: its charts, its place among the tabs, what run it is, the folder's problems."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fucina.centre.planning.domain import queries
from fucina.centre.planning.presentation.drawn import drawn
from fucina.centre.planning.presentation.pages import page_name, page_urls, pages_beside, tabs
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.version import version


def show(
    request: HttpRequest,
    reader: Reader,
    name: str,
    page: object,
    charts: tuple[str, ...] = (),
) -> HttpResponse:
    svgs = queries.drawings(reader.run, charts, reader.language) if charts else {}
    found = version(reader, request.user)
    problems = queries.problems_of(reader.run) if found.current else []
    context = {
        "page": page,
        "charts": drawn(reader, svgs),
        "run": reader.run,
        "version": found,
        "study_name": reader.said(reader.study.header.name),
        "study_tabs": tabs(reader, name, request.user),
        "study_pages": pages_beside(reader, name),
        "urls": page_urls(reader),
        "here": page_name(name),
        "problems": [problem[reader.language] for problem in problems],
        "data_as_of": reader.run.as_of,
    }
    return render(request, f"planning/{name}.html", context)
