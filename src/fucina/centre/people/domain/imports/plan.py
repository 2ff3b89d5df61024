"""What an import would do, row by row, before it does anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from fucina.centre.people.domain.imports.columns import Column, NotAllowedError
from fucina.centre.people.enums import RowOutcome
from fucina.centre.people.models import Contact, Organisation, Person, Site
from fucina.centre.refusal import Problem


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: in which column, which value, and what would be allowed."""

    column: str
    value: str
    message: str

    def as_json(self) -> dict[str, str]:
        return {"column": self.column, "value": self.value[:200], "message": self.message}


@dataclass
class Planned:
    """A row and what becomes of it. ``record`` and ``part`` are ready to be saved, with the fields that change."""

    line: int
    told: Mapping[str, str]
    outcome: RowOutcome = RowOutcome.SAME
    record: Organisation | Person | None = None
    part: Site | Contact | None = None
    record_fields: list[str] = field(default_factory=list)
    part_fields: list[str] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def label(self) -> str:
        if self.record is not None and str(self.record):
            return str(self.record)[:250]
        return " ".join(list(self.told.values())[:2])[:250]

    def fault(self, column: str, message: str) -> None:
        self.faults.append(Fault(column, self.told.get(column, ""), message))


def told_in(columns: Sequence[Column], cells: Sequence[str]) -> dict[str, str]:
    """A blank cell says nothing: what is recorded stays."""
    return {column.key: cell for column, cell in zip(columns, cells, strict=False) if cell}


def values(row: Planned, columns: Sequence[Column], part: str) -> dict[str, Any]:
    """The values of this part as Python has them; those not allowed become faults."""
    found = {}
    for column in columns:
        if column.part != part or column.key not in row.told:
            continue
        try:
            found[column.key] = column.read(row.told[column.key])
        except NotAllowedError as wrong:
            row.fault(column.key, str(wrong))
    return found


def set_values(thing: models.Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """Sets them; what stood there before, of those that are set."""
    before = {name: getattr(thing, name) for name in given}
    for name, value in given.items():
        setattr(thing, name, value)
    return before


def differing(row: Planned, thing: models.Model, before: Mapping[str, Any], keys: Mapping[str, str] | None = None) -> list[str]:  # fmt: skip
    """The fields that are not as before; each is told among the row's changes."""
    changed = [name for name, was in before.items() if getattr(thing, name) != was]
    for name in changed:
        key = (keys or {}).get(name, name)
        row.changes.append(
            {"column": key, "before": _text(before[name]), "after": _text(getattr(thing, name))}
        )
    return changed


def add_problems(row: Planned, problems: Sequence[Problem]) -> None:
    for problem in problems:
        row.fault(problem.field, problem.message)


def field_faults(row: Planned, thing: models.Model, names: Sequence[str], keys: Mapping[str, str] | None = None) -> None:  # fmt: skip
    """What the model's own fields refuse: too long, no address, no such choice."""
    wrong = {fault.column for fault in row.faults}
    others = {f.name for f in thing._meta.concrete_fields if f.name not in names}
    try:
        thing.clean_fields(exclude=others)
    except ValidationError as error:
        for name, several in error.message_dict.items():
            key = (keys or {}).get(name, name)
            if key not in wrong:
                row.fault(key, " ".join(several))


def settle(row: Planned, *, new: bool) -> None:
    """What the row comes to."""
    if row.faults:
        row.outcome = RowOutcome.WRONG
    elif new:
        row.outcome = RowOutcome.NEW
    elif row.record_fields or row.part_fields:
        row.outcome = RowOutcome.UPDATE


def _text(value: Any) -> str:
    return "" if value is None else str(value)
