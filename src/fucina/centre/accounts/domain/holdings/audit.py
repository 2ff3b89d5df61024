"""The trail that the database keeps of every change: who, when, from where."""

from collections.abc import Iterator
from typing import Any

import pghistory
from django.apps import apps
from django.db.models import F, Func, JSONField, Q, QuerySet, Value
from pghistory.models import Context

from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain


def export(subject: Subject) -> Plain:
    """What the person did: when, on which page, from which machine. Changes of their record stand with the record."""
    return [
        {"when": plain(context.created_at), "page": context.metadata.get("url"),
         "machine": context.metadata.get("ip")}
        for context in _by(subject).order_by("created_at")
    ]  # fmt: skip


def erase(subject: Subject) -> None:
    """Who acted stays as a number, where from does not; nor for what was done before signing in, as signing up."""
    without = Func(F("metadata"), Value("ip"), template="%(expressions)s", arg_joiner=" - ")
    without.output_field = JSONField()
    for found in (_by(subject), _of(subject)):
        found.update(metadata=without)


def _by(subject: Subject) -> QuerySet[Context]:
    if subject.user is None:
        return Context.objects.none()
    return Context.objects.filter(metadata__user=subject.user.pk)


def _of(subject: Subject) -> QuerySet[Context]:
    """Contexts in which nobody had signed in and this person's own records were written."""
    numbers: set[Any] = set()
    for events in _own_events(subject):
        numbers |= set(events.values_list("pgh_context_id", flat=True))
    return Context.objects.filter(Q(metadata__user=None), pk__in=numbers - {None})


def _own_events(subject: Subject) -> Iterator[QuerySet[Any]]:
    wanted = {
        "people.Person": subject.persons,
        "people.User": (subject.user.pk,) if subject.user else (),
    }
    for model in _event_models():
        tracked = getattr(model, "pgh_tracked_model", None)
        label = tracked._meta.label if tracked else ""
        if label in wanted:
            yield model._default_manager.filter(pgh_obj_id__in=wanted[label])
        elif label == "accounts.Registration" and subject.user:
            yield model._default_manager.filter(user_id=subject.user.pk)


def _event_models() -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
