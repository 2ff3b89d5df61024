"""A row as plain values, to be compared with later and put back."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models

type Snapshot = dict[str, Any]


def snapshot(thing: models.Model, *names: str) -> Snapshot:
    """The stored values of all fields, or of those named (by column), as JSON can hold them."""
    fields = [field for field in thing._meta.concrete_fields if not field.generated]
    return {
        field.attname: _plain(getattr(thing, field.attname))
        for field in fields
        if not names or field.attname in names
    }


def values_of(model: type[models.Model], kept: Snapshot) -> dict[str, Any]:
    """The same values as Python has them."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in kept.items() if name in fields}


def still_as(thing: models.Model, kept: Snapshot) -> list[str]:
    """The columns that changed since; empty where all is as it was kept."""
    now = snapshot(thing, *kept)
    return [name for name, value in kept.items() if now.get(name) != value]


def put_back(model: type[models.Model], number: Any, kept: Snapshot) -> None:
    """Exactly as kept, the time of the last change too: an update, not a save."""
    model._base_manager.filter(pk=number).update(**values_of(model, kept))


def insert_again(model: type[models.Model], kept: Snapshot) -> None:
    model._base_manager.bulk_create([model(**values_of(model, kept))])


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
