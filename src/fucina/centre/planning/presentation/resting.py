"""The figures that a computed number rests on, each with its kind, its confidence and the way to its source."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)


def resting(reader: Reader, keys: Iterable[str], caption: str, *, own: bool = False) -> Table:
    """``keys`` of figures; those that this study does not give are left out. ``own``: the page is
    about their subject, so its name is not said again."""
    known = [key for key in keys if key in reader.study.figures]
    columns = [
        text_column(_("Figure")),
        number_column(_("Value")),
        number_column(_("Range")),
        text_column(_("Kind")),
        text_column(_("Confidence")),
    ]
    return Table(caption, columns, [_row(reader, key, own=own) for key in known])


def parameters(*names: str) -> list[str]:
    """The keys of some parameters of the whole study."""
    return [f"parameters.{name}.value" for name in names]


def of_subject(reader: Reader, plural: str, subject: str) -> list[str]:
    """The keys of every figure of a record, in the study's order."""
    prefix = f"{plural}.{subject}."
    return [key for key in reader.study.figures if key.startswith(prefix)]


def _row(reader: Reader, key: str, *, own: bool) -> Row:
    figure = reader.study.figures[key]
    plural, _subject, attribute = key.split(".")
    name = reader.attribute(plural, attribute) if own else reader.figure_name(key)
    return row(
        [
            cell(name, url=reader.figure_url(key)),
            cell(reader.figure_value(figure), value=figure.value),
            reader.figure_range(figure) or "–",
            cell("", badge=figure.kind),
            cell("", confidence=figure.confidence),
        ]
    )
