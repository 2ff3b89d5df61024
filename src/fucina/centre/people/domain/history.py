"""Who changed what and when, from the audit trail of an organisation or a person and their parts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
    User,
)

SILENT = frozenset({"id", "updated", "created", "search"})


@dataclass(frozen=True)
class Change:
    """``fields`` hold the field, its value before and after; of a new or a removed record, only what was filled."""

    when: dt.datetime
    who: str
    model: type[models.Model]
    label: str
    fields: list[tuple[Any, Any, Any]]


def history_of(thing: Organisation | Person, limit: int = 50) -> list[Change]:
    """The latest changes first."""
    parts = [(model, _events(model, about, limit)) for model, about in _parts(thing)]
    names = _names(event for _model, events in parts for event in events)
    found = [change for model, events in parts for change in _changes(model, events, names)]
    # What one transaction did has one time: within it, later stands above earlier.
    found.sort(key=lambda change: change.when)
    return found[::-1][:limit]


def _parts(thing: Organisation | Person) -> Iterator[tuple[type[models.Model], Q]]:
    number = thing.pk
    if isinstance(thing, Organisation):
        yield Organisation, Q(pgh_obj_id=number)
        for part in (Site, SizeFigure, Contact, Membership):
            yield part, Q(organisation_id=number)
        yield OwnershipLink, Q(owned_id=number) | Q(owner_id=number)
    else:
        yield Person, Q(pgh_obj_id=number)
        for held in (Contact, Membership):
            yield held, Q(person_id=number)


def _events(model: type[models.Model], about: Q, limit: int) -> list[Any]:
    """Oldest first; more than shown, so that the oldest shown can be compared with what was before."""
    events: Any = model.pgh_event_model.objects  # type: ignore[attr-defined]
    found = events.filter(about).select_related("pgh_context").order_by("-pgh_id")
    return list(found[: limit + 50])[::-1]


def _changes(
    model: type[models.Model], events: list[Any], names: dict[int, str]
) -> Iterator[Change]:
    fields = [field for field in model._meta.concrete_fields if field.name not in SILENT]
    before: dict[int, Any] = {}
    for event in events:
        changed = _compared(fields, before.get(event.pgh_obj_id), event)
        before[event.pgh_obj_id] = event
        if changed or event.pgh_label == "delete":
            yield Change(event.pgh_created_at, _who(event, names), model, event.pgh_label, changed)


def _compared(fields: Iterable[Any], old: Any, event: Any) -> list[tuple[Any, Any, Any]]:
    if event.pgh_label == "delete":
        return [(f, v, None) for f in fields if (v := _value(event, f)) not in (None, "", False)]
    if event.pgh_label == "update" and old is None:
        return []
    return [
        (field, was, now)
        for field in fields
        if (now := _value(event, field)) != (was := _value(old, field) if old else None)
        and not (old is None and now in (None, "", False))
    ]


def _value(event: Any, field: Any) -> Any:
    return getattr(event, field.attname, None)


def _names(rows: Iterable[Any]) -> dict[int, str]:
    numbers = {
        row.pgh_context.metadata.get("user")
        for row in rows
        if row.pgh_context and isinstance(row.pgh_context.metadata, dict)
    }
    return {user.pk: str(user) for user in User.objects.filter(pk__in=[n for n in numbers if n])}


def _who(event: Any, names: dict[int, str]) -> str:
    if event.pgh_context is None:
        return ""
    return names.get(event.pgh_context.metadata.get("user"), "")
