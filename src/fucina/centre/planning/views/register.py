from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from fucina.centre.planning.forms.register import RegisterForm
from fucina.centre.planning.presentation import register as figures
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import Row
from fucina.centre.planning.views.show import show

PER_PAGE = 40


@dataclass(frozen=True)
class RegisterPage:
    form: RegisterForm
    columns: list[dict[str, str]]
    rows: list[Row]
    pages: Page[str]
    found: int
    all: int


def register(request: HttpRequest, reader: Reader) -> HttpResponse:
    form = RegisterForm(request.GET, figures.nouns(reader), figures.owners(reader))
    keys = figures.found(reader, figures.Wanted(**form.wanted()))
    pages = Paginator(keys, PER_PAGE).get_page(request.GET.get("page"))
    rows = figures.rows(reader, list(pages.object_list))
    all_of_them = len(reader.study.figures)
    page = RegisterPage(form, figures.columns(), rows, pages, len(keys), all_of_them)
    return show(request, reader, "register", page)
