"""The criteria: what a location is judged by, and how an alternative stands on each."""

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
from fucina.study.result import CriterionCell
from fucina.study.schema import Criterion


def criteria(reader: Reader) -> Table:
    """Every criterion with its scale, from worst to best."""
    columns = [
        text_column(_("Criterion")),
        text_column(_("What it measures")),
        number_column(_("Worst")),
        number_column(_("Best")),
    ]
    rows = [
        row(
            [
                cell(reader.said(c.name), url=reader.source_url(c.source)),
                reader.said(c.description),
                cell(reader.measured(c.worst, c.unit, digits(c)), value=c.worst),
                cell(reader.measured(c.best, c.unit, digits(c)), value=c.best),
            ]
        )
        for c in reader.study.criteria
    ]
    return Table(_("Criteria and their scales"), columns, rows)


def criterion_cell(reader: Reader, found: CriterionCell) -> Row:
    """A row for an alternative under a criterion."""
    criterion = _criterion(reader, found.criterion)
    return row(
        [
            reader.said(criterion.name),
            cell(
                reader.measured(found.raw.mean, criterion.unit, digits(criterion)),
                value=found.raw.mean,
            ),
            reader.range(found.raw, criterion.unit, digits(criterion)),
            cell(reader.number(found.value, 2), value=found.value),
        ]
    )


def digits(criterion: Criterion) -> int:
    """Decimals to show: a share is shown as a percentage, two places further left."""
    return max(criterion.digits - 2, 0) if criterion.unit == "share" else criterion.digits


def _criterion(reader: Reader, identity: str) -> Criterion:
    return next(c for c in reader.study.criteria if c.id == identity)
