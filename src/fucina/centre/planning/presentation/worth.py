"""Which figure to verify first, and what it is worth to know it before deciding."""

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
from fucina.study.result import Worth


def verify_first(reader: Reader, most: int | None = None) -> Table:
    """For the choice whether to go on, and with which strategy: worth in money."""
    columns = [
        text_column(_("Figure")),
        number_column(_("Worth knowing, at most")),
        number_column(_("Surely")),
        text_column(_("Who answers for it")),
        text_column(_("Confidence")),
    ]
    found = reader.result.decision.information.economic[:most]
    return Table(
        _("Figures worth knowing before going on"),
        columns,
        [_row(reader, worth, _money(reader, worth)) for worth in found],
    )


def for_the_place(reader: Reader) -> Table:
    """For the choice of the place: worth in the institutions' mean value, from 0 to 1."""
    columns = [
        text_column(_("Figure")),
        number_column(_("Worth knowing, at most"), _("points of 1,000")),
        number_column(_("Surely"), _("points of 1,000")),
        text_column(_("Who answers for it")),
        text_column(_("Confidence")),
    ]
    found = reader.result.decision.information.figures
    return Table(
        _("Figures worth knowing before choosing the place"),
        columns,
        [_row(reader, worth, _points(reader, worth)) for worth in found],
    )


def _row(reader: Reader, worth: Worth, amounts: list[dict[str, object]]) -> Row:
    figure = reader.study.figures[worth.figure]
    return row(
        [
            cell(
                reader.figure_name(worth.figure),
                url=reader.figure_url(worth.figure),
                badge=figure.kind,
            ),
            *amounts,
            reader.name("owners", figure.owner),
            cell("", confidence=figure.confidence),
        ]
    )


def _money(reader: Reader, worth: Worth) -> list[dict[str, object]]:
    error = _("± %(error)s") % {"error": reader.millions(worth.value.se, 2)}
    return [
        cell(reader.millions(worth.value.value, 2), value=worth.value.value, note=error),
        cell(reader.millions(worth.floor.value, 2), value=worth.floor.value),
    ]


def _points(reader: Reader, worth: Worth) -> list[dict[str, object]]:
    error = _("± %(error)s") % {"error": reader.number(1000 * worth.value.se, 2)}
    return [
        cell(reader.number(1000 * worth.value.value, 2), value=worth.value.value, note=error),
        cell(reader.number(1000 * worth.floor.value, 2), value=worth.floor.value),
    ]
