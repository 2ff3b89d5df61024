"""Which columns of which tables name a record of a model, in whatever app."""

from collections.abc import Iterator
from typing import Any

import pghistory.models
from django.db import models


def relations_of(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Each table and its column, those hidden from Django's own names too; not the audit trail, which stays as it happened."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        related: Any = relation.related_model
        if issubclass(related, pghistory.models.Event) or not related._meta.managed:
            continue
        yield related, relation.field.attname  # type: ignore[union-attr]
