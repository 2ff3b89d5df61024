"""Imports as a list, and one of them row by row."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from fucina.centre.people.domain.imports.columns import COLUMNS
from fucina.centre.people.enums import ImportState, RowOutcome
from fucina.centre.people.models import ImportBatch, ImportedRow

SORTS = {"uploaded": ["-uploaded"], "name": ["file_name"]}
ROW_SORTS = {"line": ["line"]}
BADGES = {
    RowOutcome.NEW: "good", RowOutcome.UPDATE: "waiting", RowOutcome.SAME: "waiting", RowOutcome.WRONG: "bad",
}  # fmt: skip
STATES = {
    ImportState.PREVIEWED: "waiting", ImportState.APPLIED: "good", ImportState.UNDONE: "bad", ImportState.DISCARDED: "bad",
}  # fmt: skip
SHOWN = 6


def columns() -> list[dict[str, str]]:
    return [
        {"label": _("File"), "sort": "name"},
        {"label": _("What it holds")},
        {"label": _("State")},
        {"label": _("New"), "kind": "number"},
        {"label": _("Changed"), "kind": "number"},
        {"label": _("Wrong"), "kind": "number"},
        {"label": _("Uploaded"), "sort": "uploaded"},
        {"label": _("By")},
    ]


def rows(batches: Iterable[ImportBatch]) -> list[list[Any]]:
    return [
        [
            {"text": one.file_name, "url": one.get_absolute_url()},
            one.get_kind_display(),
            {"text": "", "badge": STATES[ImportState(one.state)], "badge_text": one.get_state_display()},
            one.count(RowOutcome.NEW),
            one.count(RowOutcome.UPDATE),
            one.count(RowOutcome.WRONG),
            date_format(one.uploaded, "SHORT_DATETIME_FORMAT"),
            str(one.uploaded_by or "–"),
        ]
        for one in batches
    ]  # fmt: skip


def tabs(batch: ImportBatch, outcome: str) -> list[dict[str, Any]]:
    """The rows by what becomes of them, the wrong ones first."""
    every = [{"label": _("All rows"), "url": "?", "current": not outcome, "count": sum(batch.counts.values())}]  # fmt: skip
    order = {
        RowOutcome.WRONG: _("Wrong"), RowOutcome.NEW: _("New"), RowOutcome.UPDATE: _("Changed"),
        RowOutcome.SAME: _("Unchanged"),
    }  # fmt: skip
    several = [
        {
            "label": label,
            "url": f"?outcome={one}",
            "current": outcome == one,
            "count": batch.count(one),
        }
        for one, label in order.items()
        if batch.count(one)
    ]
    return [*every, *several]


def asked_outcome(text: str) -> str:
    return text if text in RowOutcome.values else ""


def rows_to_show(batch: ImportBatch, outcome: str) -> QuerySet[ImportedRow]:
    found = batch.rows.all()
    return found.filter(outcome=outcome) if outcome else found


def row_columns() -> list[dict[str, str]]:
    return [
        {"label": _("Line"), "kind": "number"},
        {"label": _("Name")},
        {"label": _("What happens")},
        {"label": _("Details")},
    ]


def row_rows(user: Any, batch: ImportBatch, several: Iterable[ImportedRow]) -> list[list[Any]]:
    """Each row with its problems or its changes; a person's fiscal code only for those who may read it."""
    labels = {column.key: str(column.label) for column in COLUMNS[batch.kind]}
    readable = batch.kind == "organisations" or user.has_perm("people.view_fiscal_code")
    hidden = set() if readable else {"fiscal_code"}
    return [
        [
            str(row.line),
            row.label or "–",
            {"text": "", "badge": BADGES[RowOutcome(row.outcome)], "badge_text": row.get_outcome_display()},
            _details(row, labels, hidden),
        ]
        for row in several
    ]  # fmt: skip


def _details(row: ImportedRow, labels: dict[str, str], hidden: set[str]) -> str:
    problems = [_problem(problem, labels, hidden) for problem in row.problems]
    if problems:
        return " ".join(problems)
    changes = [
        f"{labels.get(change['column'], change['column'])}: {change['before'] or '–'} → {change['after'] or '–'}"
        for change in row.changes
        if change["column"] not in hidden
    ]
    if row.outcome == RowOutcome.NEW:
        told = [
            (key, value) for key, value in row.told.items() if key in labels and key not in hidden
        ]
        return "; ".join(f"{labels[key]}: {value}" for key, value in told[1:SHOWN])
    return "; ".join(changes)


def _problem(problem: dict[str, str], labels: dict[str, str], hidden: set[str]) -> str:
    column = problem["column"]
    if not column or column not in labels:
        return problem["message"]
    value = "…" if column in hidden else problem["value"]
    said = f" “{value}”" if value else ""
    return f"{labels[column]}{said}: {problem['message']}"


def templates() -> list[dict[str, str]]:
    names = (
        ("people:organisations_template", _("Organisations")),
        ("people:persons_template", _("Persons")),
    )
    return [
        {"label": f"{label} ({ending.upper()})", "url": reverse(name, kwargs={"ending": ending})}
        for name, label in names
        for ending in ("csv", "xlsx")
    ]
