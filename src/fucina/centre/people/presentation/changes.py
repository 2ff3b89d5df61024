"""The audit trail in words."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from fucina.centre.people.domain.history import Change

WHOLE = ("organisation",)
"""The record whose history is shown, or that its parts belong to."""


def change_events(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """For a timeline. Who reads it sees all records, so what a change points to is named."""
    several = list(changes)
    names = _names(several)
    return [
        {
            "when": date_format(timezone.localtime(change.when), "SHORT_DATETIME_FORMAT"),
            "datetime": change.when.isoformat(),
            "title": _title(change),
            "text": "; ".join(
                _field(*one, names) for one in change.fields if one[0].name not in WHOLE
            ),
        }
        for change in several
    ]


def _title(change: Change) -> str:
    what = str(change.model._meta.verbose_name)
    done = {
        "insert": _("{what}: recorded by {who}"),
        "update": _("{what}: corrected by {who}"),
        "delete": _("{what}: removed by {who}"),
    }[change.label]
    return done.format(what=what[:1].upper() + what[1:], who=change.who or _("the system"))


def _names(changes: Iterable[Change]) -> dict[tuple[str, int], str]:
    """What the changes point to, by model and number: one query a model."""
    asked: dict[Any, set[int]] = {}
    for change in changes:
        for field, was, now in change.fields:
            if field.is_relation and field.name not in WHOLE:
                asked.setdefault(field.related_model, set()).update({was, now} - {None})
    return {
        (model._meta.label, number): str(thing)
        for model, numbers in asked.items()
        for number, thing in model._base_manager.in_bulk(numbers).items()
    }


def _field(field: Any, was: Any, now: Any, names: dict[tuple[str, int], str]) -> str:
    name = str(_relations().get(field.name, field.verbose_name))
    if was in (None, ""):
        return f"{name}: {_shown(field, now, names)}"
    return f"{name}: {_shown(field, was, names)} → {_shown(field, now, names)}"


def _relations() -> dict[str, str]:
    return {
        "owner": _("owner"),
        "owner_person": _("owner"),
        "owned": _("owned organisation"),
        "person": _("person"),
        "user": _("account"),
        "granted_by": _("granted by"),
        "merged_into": _("merged into"),
    }


def _shown(field: Any, value: Any, names: dict[tuple[str, int], str]) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.is_relation:
        return names.get((field.related_model._meta.label, value), f"#{value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return date_format(value, "SHORT_DATE_FORMAT") if hasattr(value, "year") else str(value)
