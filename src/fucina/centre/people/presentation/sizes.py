from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.centre.people.domain.size_class import size_class
from fucina.centre.people.models import SizeFigure


def size_columns(*, change: bool) -> list[dict[str, str]]:
    columns = [
        {"label": _("Year")},
        {"label": _("Staff"), "kind": "number", "unit": _("AWU")},
        {"label": _("Turnover"), "kind": "number", "unit": "€"},
        {"label": _("Balance sheet"), "kind": "number", "unit": "€"},
        {"label": _("Size")},
        {"label": _("Source")},
    ]
    return [*columns, {"label": _("Correct")}] if change else columns


def size_rows(figures: Iterable[SizeFigure], *, change: bool) -> list[list[Any]]:
    return [_row(figure, change=change) for figure in figures]


def _row(figure: SizeFigure, *, change: bool) -> list[Any]:
    size = size_class(figure)
    cells: list[Any] = [
        str(figure.year),
        _amount(figure.headcount),
        _amount(figure.turnover),
        _amount(figure.balance_total),
        str(size.label) if size else "–",
        figure.source,
    ]
    if not change:
        return cells
    url = reverse("people:edit_size_figure", kwargs={"figure": figure.pk})
    return [*cells, {"text": _("Correct {year}").format(year=figure.year), "url": url}]


def _amount(value: Decimal | None) -> str:
    if value is None:
        return "–"
    places = 0 if value == value.to_integral() else 2
    return number_format(value, decimal_pos=places, force_grouping=True)
