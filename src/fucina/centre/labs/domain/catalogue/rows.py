"""Writes one row, new or changed, and removes one that nothing refers to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pghistory.models
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.refusal import Problem, Refusal, refuse_any

BILINGUAL = frozenset({"name", "name_en", "about", "about_en"})
FIELD_OF = {"period": "valid_until", "share": "share", "hours": "hours"}
"""Beside which field a rule of the whole row is told."""


def assign(row: models.Model, told: Mapping[str, Any], known: Iterable[str]) -> None:
    if strange := set(told) - set(known):
        raise TypeError(f"not recorded: {', '.join(sorted(strange))}")
    for name, value in told.items():
        setattr(row, name, value)


def write_row[M: models.Model](row: M, *problems: Problem) -> M:
    """Unless there are ``problems`` already, or the row's own rules find some."""
    refuse_any(problems or [_beside(one) for one in check(row)])
    with one_write():
        row.save()
    return row


def remove_unused(row: models.Model, *, by: Any) -> None:
    """What hangs on it is counted while nobody can hang more on it, and nothing is ever removed along with it."""
    allow(by, "labs.manage_resources")
    with one_write():
        locked = type(row)._base_manager.select_for_update().get(pk=row.pk)
        if uses := ", ".join(_uses(locked)):
            text = _("It is still used: {uses}. It stays as long as these are there.")
            raise Refusal([Problem("used", text.format(uses=uses))])
        locked.delete()


def key_for(model: type[models.Model], name: str) -> str:
    """The name in small letters, with a number where another has it."""
    first = slugify(name)[:50] or "x"
    taken = set(
        model._base_manager.filter(key__startswith=first).values_list("key", flat=True)
    )  # fmt: skip
    keys = (f"{first}-{number}" if number > 1 else first for number in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)


def _uses(row: models.Model) -> Iterator[str]:
    for relation in row._meta.related_objects:
        model: Any = relation.related_model
        if issubclass(model, pghistory.models.Event):
            continue
        count = model._base_manager.filter(**{relation.field.name: row}).count()
        if count:
            yield f"{model._meta.verbose_name_plural} ({count})"


def _beside(problem: Problem) -> Problem:
    return problem if problem.field else replace(problem, field=FIELD_OF.get(problem.code, ""))
