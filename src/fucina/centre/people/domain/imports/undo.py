from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.people.domain.find_duplicates import look_for_duplicates
from fucina.centre.people.domain.guarded import guarded
from fucina.centre.people.domain.relations import relations_of
from fucina.centre.people.domain.snapshot import put_back, still_as
from fucina.centre.people.enums import ImportState
from fucina.centre.people.models import (
    Contact,
    Duplicate,
    ImportBatch,
    ImportedRow,
    Organisation,
    Person,
    Site,
)
from fucina.centre.refusal import Problem, refuse_any

PARTS_FIRST = (Contact, Site, Person, Organisation)


@dataclass
class Undoing:
    """What can be taken back, and of what cannot, why: it was changed since, or something new hangs on it."""

    restored: list[dict[str, Any]] = field(default_factory=list)
    deleted: list[dict[str, Any]] = field(default_factory=list)
    kept: list[tuple[ImportedRow, str]] = field(default_factory=list)


def undo_import(batch: ImportBatch, *, by: Any) -> Undoing:
    """Delete what the import made and restore what it changed; what was changed since stays as it is."""
    if not by.has_perm("people.import_records"):
        raise PermissionDenied
    with guarded(Organisation, Person, Site, Contact):
        current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if current.state != ImportState.APPLIED:
            refuse_any([Problem("state", _("Only an import that was written can be taken back."))])
        found = weigh_undoing(current)
        for effect in found.restored:
            put_back(apps.get_model(effect["model"]), effect["pk"], effect["before"])
        for model in PARTS_FIRST:
            numbers = [e["pk"] for e in found.deleted if e["model"] == model._meta.label]
            model._base_manager.filter(pk__in=numbers).delete()
        current.state, current.settled = ImportState.UNDONE, timezone.now()
        current.settled_by = by if by.pk else None
        current.save(update_fields=["state", "settled", "settled_by"])
        _mark(found)
        for model in (Organisation, Person):
            look_for_duplicates(model, [e["pk"] for e in found.restored if e["model"] == model._meta.label])  # fmt: skip
    return found


def weigh_undoing(batch: ImportBatch) -> Undoing:
    """What taking it back would do, without doing it."""
    rows = list(batch.rows.exclude(effects=[]))
    effects = [(row, effect) for row in rows for effect in row.effects]
    things = _things([effect for _row, effect in effects])
    own = {(effect["model"], effect["pk"]) for _row, effect in effects if effect["before"] is None}
    found, stays = Undoing(), set()
    hanging = _hanging([effect for _row, effect in effects if effect["before"] is None], own)
    for row, effect in effects:
        key = (effect["model"], effect["pk"])
        if reason := _reason(things.get(key), effect, hanging.get(key, "")):
            found.kept.append((row, reason))
            stays.add(row.pk)
    for row, effect in effects:
        # A row is taken back as a whole: a site without its organisation is nothing.
        if row.pk not in stays:
            (found.deleted if effect["before"] is None else found.restored).append(effect)
    return found


def _reason(thing: models.Model | None, effect: dict[str, Any], hanging: str) -> str:
    if thing is None:
        return _("it was removed since")
    if still_as(thing, effect["after"]):
        return _("it was changed since")
    return _("it has {something} now").format(something=hanging) if hanging else ""


def _things(effects: Sequence[dict[str, Any]]) -> dict[tuple[str, int], models.Model]:
    numbers: dict[str, list[int]] = {}
    for effect in effects:
        numbers.setdefault(effect["model"], []).append(effect["pk"])
    return {
        (label, number): thing
        for label, several in numbers.items()
        for number, thing in apps.get_model(label)._base_manager.in_bulk(several).items()
    }


def _hanging(made: Sequence[dict[str, Any]], own: set[tuple[str, int]]) -> dict[tuple[str, int], str]:  # fmt: skip
    """What others have since hung on the records that the import made; asked table by table, not record by record."""
    found: dict[tuple[str, int], str] = {}
    for model in (Organisation, Person):
        numbers = [effect["pk"] for effect in made if effect["model"] == model._meta.label]
        if not numbers:
            continue
        for related, column in relations_of(model):
            if related is Duplicate:
                continue
            rows = related._base_manager.filter(**{f"{column}__in": numbers})
            for number, pk in rows.values_list(column, "pk"):
                if (related._meta.label, pk) not in own:
                    found[model._meta.label, number] = str(related._meta.verbose_name)
    return found


def _mark(found: Undoing) -> None:
    """On each row that stays, why."""
    for row, reason in found.kept:
        row.problems = [{"column": "", "value": "", "message": reason}]
    ImportedRow.objects.bulk_update([row for row, _reason in found.kept], ["problems"], batch_size=500)  # fmt: skip
