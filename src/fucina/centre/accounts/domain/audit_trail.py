"""The audit trail of one record: read it, and take out what identifies a person."""

from typing import Any

import pgtrigger
from django.db import models

from fucina.centre.accounts.domain.personal_data import Plain
from fucina.centre.accounts.domain.rows import plain

OWN = frozenset({"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context"})


def event_model(model: type[models.Model]) -> Any:
    return model._meta.get_field("events").related_model


def trail(model: type[models.Model], numbers: list[int]) -> list[Plain]:
    """Every change of these records, the first first: when, what was done, and the values then."""
    events = event_model(model)
    found = events.objects.filter(pgh_obj_id__in=numbers).order_by("pgh_created_at", "pgh_id")
    names = [
        f.attname for f in events._meta.concrete_fields if f.name not in OWN and f.name != "search"
    ]
    return [
        {
            "when": plain(row["pgh_created_at"]),
            "what": row["pgh_label"],
            "record": row["pgh_obj_id"],
        }
        | {name: plain(row[name]) for name in names}
        for row in found.values("pgh_created_at", "pgh_label", "pgh_obj_id", *names)
    ]


def blank_trail(model: type[models.Model], numbers: list[int], **values: Any) -> None:
    """In the trail of these records put these values in place of what it says.

    The trail is closed to every change by a trigger; the erasure of a person is the one act that opens it, in its own
    transaction and for these columns only.
    """
    events = event_model(model)
    with pgtrigger.ignore(f"{events._meta.label}:append_only"):
        events.objects.filter(pgh_obj_id__in=numbers).update(**values)
