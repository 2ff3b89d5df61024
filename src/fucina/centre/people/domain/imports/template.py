"""The file to fill in: headings, what each column may hold, and an example, in the reader's language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.people.domain.imports.columns import COLUMNS


def template_rows(kind: str) -> Iterator[list[str]]:
    """For a CSV file: lines that begin with # are notes, and are left out when it is read."""
    columns = COLUMNS[kind]
    yield [str(column.label) for column in columns]
    yield _noted([str(column.note) for column in columns])
    yield _noted([column.example for column in columns])


def template_sheets(kind: str) -> dict[str, Iterator[list[str]]]:
    """For a workbook: the first sheet is to be filled in, the second explains."""
    return {_("Rows"): _rows(kind), _("Notes"): _notes(kind)}


def _rows(kind: str) -> Iterator[list[str]]:
    yield [str(column.label) for column in COLUMNS[kind]]
    yield _noted([column.example for column in COLUMNS[kind]])


def _notes(kind: str) -> Iterator[list[str]]:
    yield [_("Column"), _("What it may hold"), _("Example")]
    for column in COLUMNS[kind]:
        yield [str(column.label), str(column.note), column.example]
    yield ["", _("Lines that begin with # are left out. A blank cell leaves what is recorded."), ""]


def _noted(cells: list[str]) -> list[str]:
    return [f"# {cells[0]}", *cells[1:]]
