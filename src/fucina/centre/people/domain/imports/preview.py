import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from fucina.centre.people.domain.imports import organisations, persons
from fucina.centre.people.domain.imports.columns import Column, heads
from fucina.centre.people.domain.imports.plan import Planned, told_in
from fucina.centre.people.domain.imports.table import Line, read_table
from fucina.centre.people.enums import RecordKind, RowOutcome
from fucina.centre.people.models import ImportBatch, ImportedRow


def preview_import(kind: RecordKind, name: str, content: bytes, *, by: Any) -> ImportBatch:
    """Read the file and say of every row what it would do. Nothing of it is written yet."""
    if not by.has_perm("people.import_records"):
        raise PermissionDenied
    lines = read_table(name, content)
    rows = rows_of(lines, heads(kind, lines))
    plan_rows(kind, rows, by)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            kind=kind,
            file_name=name[-200:],
            digest=hashlib.sha256(content).hexdigest(),
            uploaded_by=by if by.pk else None,
        )
        store_rows(batch, rows)
    return batch


def rows_of(lines: Sequence[Line], columns: Sequence[Column]) -> list[Planned]:
    return [Planned(line.number, told_in(columns, line.cells)) for line in lines[1:]]


def plan_rows(kind: str, rows: Sequence[Planned], by: Any) -> None:
    if kind == RecordKind.ORGANISATIONS:
        organisations.plan(rows)
    else:
        persons.plan(rows, codes=by.has_perm("people.view_fiscal_code"))


def store_rows(batch: ImportBatch, rows: Sequence[Planned]) -> None:
    """In place of those stored before."""
    batch.rows.all().delete()
    ImportedRow.objects.bulk_create(
        [
            ImportedRow(
                batch=batch,
                line=row.line,
                outcome=row.outcome,
                told=row.told,
                problems=[fault.as_json() for fault in row.faults],
                label=row.label,
                changes=row.changes,
            )
            for row in rows
        ],
        batch_size=1000,
    )
    batch.counts = counted(rows)
    batch.save(update_fields=["counts"])


def counted(rows: Sequence[Planned]) -> Mapping[str, int]:
    return {outcome.value: sum(row.outcome == outcome for row in rows) for outcome in RowOutcome}
