from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.people.domain.guarded import guarded
from fucina.centre.people.domain.imports.plan import Planned
from fucina.centre.people.domain.imports.preview import plan_rows, store_rows
from fucina.centre.people.domain.snapshot import Snapshot, snapshot
from fucina.centre.people.enums import ImportState, RecordKind, RowOutcome
from fucina.centre.people.models import (
    Contact,
    ImportBatch,
    ImportedRow,
    Organisation,
    Person,
    Site,
)
from fucina.centre.refusal import Problem, Refusal, refuse_any

WRITES = (RowOutcome.NEW, RowOutcome.UPDATE)
AT_ONCE = 500


def apply_import(batch: ImportBatch, *, by: Any, only_good: bool) -> ImportBatch:
    """Write all rows, or with ``only_good`` those that are right, in one transaction.

    The plan is made anew: where the directory changed since the preview so that a row would do something else, nothing is
    written and the preview shows the new plan.
    """
    if not by.has_perm("people.import_records"):
        raise PermissionDenied
    changed = False
    with guarded(Organisation, Person, Site, Contact):
        current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        refuse_any(_problems(current, only_good=only_good))
        before = dict(current.rows.values_list("line", "outcome"))
        rows = [Planned(row.line, row.told) for row in current.rows.all()]
        plan_rows(current.kind, rows, by)
        changed = any(before[row.line] != row.outcome for row in rows)
        if changed:
            store_rows(current, rows)
        else:
            _write(current, [row for row in rows if row.outcome in WRITES])
            _settle(current, ImportState.APPLIED, by)
    if changed:
        message = _("The directory has changed since the preview: look at it again, and confirm if it is right.")  # fmt: skip
        raise Refusal([Problem("changed", message)])
    return current


def discard_import(batch: ImportBatch, *, by: Any) -> None:
    """Forget what was uploaded and not written."""
    if not by.has_perm("people.import_records"):
        raise PermissionDenied
    with guarded(ImportBatch):
        current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        refuse_any(_not_waiting(current))
        current.rows.all().delete()
        _settle(current, ImportState.DISCARDED, by)


def _problems(batch: ImportBatch, *, only_good: bool) -> list[Problem]:
    if found := _not_waiting(batch):
        return found
    wrong = batch.count(RowOutcome.WRONG)
    if wrong and not only_good:
        message = ngettext(
            "{number} row is wrong: mend the file, or choose to write only the good rows.",
            "{number} rows are wrong: mend the file, or choose to write only the good rows.",
            wrong,
        )
        return [Problem("wrong_rows", message.format(number=wrong), numbers={"rows": wrong})]
    if not batch.count(RowOutcome.NEW) + batch.count(RowOutcome.UPDATE):
        return [Problem("nothing", _("No row would change anything."))]
    return []


def _not_waiting(batch: ImportBatch) -> list[Problem]:
    if batch.state == ImportState.PREVIEWED:
        return []
    return [Problem("settled", _("This import is settled already: {state}.").format(state=batch.get_state_display()))]  # fmt: skip


def _settle(batch: ImportBatch, state: ImportState, by: Any) -> None:
    batch.state, batch.settled = state, timezone.now()
    batch.settled_by = by if by.pk else None
    batch.save(update_fields=["state", "settled", "settled_by", "written"])


def _write(batch: ImportBatch, rows: Sequence[Planned]) -> None:
    model = Organisation if batch.kind == RecordKind.ORGANISATIONS else Person
    part = Site if model is Organisation else Contact
    before = _before(rows)
    _save(model, [(row.record, row.record_fields) for row in rows if row.record is not None])
    parts = [row for row in rows if row.part is not None]
    for row in parts:
        setattr(row.part, "organisation" if part is Site else "person", row.record)
    _save(part, [(row.part, row.part_fields) for row in parts if row.part is not None])
    _remember(batch, rows, before, model, part)
    batch.written = len(rows)


def _save(model: type[models.Model], things: Iterable[tuple[models.Model, list[str]]]) -> None:
    new: list[tuple[models.Model, list[str]]] = []
    known: list[tuple[models.Model, list[str]]] = []
    for thing, names in things:
        (new if thing.pk is None else known).append((thing, names))
    model._base_manager.bulk_create([thing for thing, _names in new], batch_size=AT_ONCE)
    stamp = ["updated"] if any(f.name == "updated" for f in model._meta.fields) else []
    for thing, names in known:
        if names:
            thing.save(update_fields=[*names, *stamp])


type Key = tuple[str, int]


def _before(rows: Sequence[Planned]) -> dict[Key, Snapshot]:
    """How the records to be changed stand now, read afresh: those of the plan carry the new values already."""
    kept: dict[Key, Snapshot] = {}
    for model, numbers in _numbers(rows).items():
        for number, thing in model._base_manager.in_bulk(numbers).items():
            kept[model._meta.label, number] = snapshot(thing)
    return kept


def _numbers(rows: Sequence[Planned]) -> dict[type[models.Model], list[int]]:
    found: dict[type[models.Model], list[int]] = {}
    for row in rows:
        for thing in (row.record, row.part):
            if thing is not None and thing.pk is not None:
                found.setdefault(type(thing), []).append(thing.pk)
    return found


def _remember(batch: ImportBatch, rows: Sequence[Planned], before: dict[Key, Snapshot], *written: type[models.Model]) -> None:  # fmt: skip
    """On each row, what it did, as the database has it: what taking it back is compared with."""
    now: dict[Key, models.Model] = {}
    for model, numbers in _numbers(rows).items():
        for number, thing in model._base_manager.in_bulk(numbers).items():
            now[model._meta.label, number] = thing
    stored = {row.line: row for row in ImportedRow.objects.filter(batch=batch)}
    for row in rows:
        stored[row.line].effects = [
            {"model": key[0], "pk": key[1], "before": before.get(key), "after": snapshot(now[key])}
            for thing, fields in ((row.record, row.record_fields), (row.part, row.part_fields))
            if thing is not None
            and (key := (type(thing)._meta.label, int(thing.pk))) in now
            and (fields or key not in before)
        ]
    touched = [stored[row.line] for row in rows]
    ImportedRow.objects.bulk_update(touched, ["effects"], batch_size=AT_ONCE)
