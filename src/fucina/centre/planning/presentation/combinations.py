"""Every ranked combination of seat, kind of centre, strategy and legal form, found by its parts."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import CombinationResult

PER_PAGE = 20


@dataclass(frozen=True)
class Wanted:
    """Parts of the combination; an empty one asks for nothing."""

    seat: str = ""
    strategy: str = ""
    form: str = ""


@dataclass(frozen=True)
class Combinations:
    form: Any
    table: Table
    pages: Page[CombinationResult]
    found: int
    all: int
    together: str
    """Probability that the best combination is among those found."""


def combinations(reader: Reader, wanted: Wanted, form: Any, page: str | None) -> Combinations:
    """``form`` asks for them, as the page shows it."""
    found = [one for one in reader.result.combinations if _answers(reader, wanted, one)]
    pages = Paginator(found, PER_PAGE).get_page(page)
    return Combinations(
        form=form,
        table=_table(reader, list(pages.object_list)),
        pages=pages,
        found=len(found),
        all=len(reader.result.combinations),
        together=reader.percent(sum(one.probability.value for one in found), 1),
    )


def choices(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    """The parts that some combination has, the most probable first."""
    found = reader.result.decision
    return {
        "seat": [(s.id, reader.seat(s.id)) for s in found.seats],
        "strategy": [(s.id, reader.name("strategies", s.id)) for s in found.strategies],
        "form": [(f.id, reader.name("forms", f.id)) for f in found.forms],
    }


def _answers(reader: Reader, wanted: Wanted, one: CombinationResult) -> bool:
    seats = reader.opened.alternatives[one.alternative].seats
    return (
        (not wanted.seat or (bool(seats) and seats[0] == wanted.seat))
        and wanted.strategy in ("", one.strategy)
        and wanted.form in ("", one.form)
    )


def _table(reader: Reader, found: list[CombinationResult]) -> Table:
    columns = [
        text_column(_("Kind of centre and seat")),
        text_column(_("Strategy")),
        text_column(pgettext("planning", "Form")),
        number_column(_("Probability of being best")),
        number_column(_("Net present cost")),
        number_column(_("Benefit, net")),
        number_column(_("Opening"), _("months")),
    ]
    return Table(
        _("Combinations, the most probable first"), columns, [_row(reader, o) for o in found]
    )


def _row(reader: Reader, one: CombinationResult) -> Row:
    return row(
        [
            reader.alternative(one.alternative),
            reader.name("strategies", one.strategy),
            reader.name("forms", one.form),
            cell(reader.probability(one.probability), value=one.probability.value),
            cell(reader.millions(one.net_cost.mean), value=one.net_cost.mean),
            cell(reader.millions(one.benefit.mean), value=one.benefit.mean),
            cell(reader.number(one.opening.p50), value=one.opening.p50),
        ],
        emphasis=one.id == reader.result.decision.combination,
    )
