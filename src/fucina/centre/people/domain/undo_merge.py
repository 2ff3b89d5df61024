from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.people.domain.find_duplicates import look_for_duplicates
from fucina.centre.people.domain.guarded import guarded
from fucina.centre.people.domain.snapshot import insert_again, put_back, still_as
from fucina.centre.people.models import Merge, Organisation, OwnershipLink, Person
from fucina.centre.refusal import Problem, refuse_any

type Step = dict[str, Any]
"""What a merge did to one row, as it is kept with the merge."""


def undo_merge(merge: Merge, *, by: Any) -> None:
    """Both records as they were, with all that hung on them; refused where something moved was changed since."""
    kind = type(merge.winner)
    permission = "people.merge_organisations" if kind is Organisation else "people.merge_persons"
    if not by.has_perm(permission):
        raise PermissionDenied
    with guarded(kind, OwnershipLink):
        current = Merge.objects.select_for_update().get(pk=merge.pk)
        numbers = [current.winner.pk, current.loser.pk]
        list(kind.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))
        refuse_any(problems_of_undoing(current))
        for step in reversed(current.steps):
            _take_back(step)
        current.undone, current.undone_by = timezone.now(), by if by.pk else None
        current.save(update_fields=["undone", "undone_by"])
        look_for_duplicates(kind, numbers)


def problems_of_undoing(merge: Merge) -> list[Problem]:
    """Everything in the way, in words; empty where it can be undone."""
    if merge.undone is not None:
        return [Problem("undone", _("This merge was undone already."))]
    if merge.winner.merged_into_id is not None:
        message = _("“{name}” was merged into another record since: undo that merge first.")
        return [Problem("merged", message.format(name=merge.winner))]
    if isinstance(merge.winner, Person) and (merge.winner.erased or merge.loser.erased):  # type: ignore[union-attr]
        return [Problem("erased", _("The person’s data were erased since: nothing can be restored."))]  # fmt: skip
    if not merge.steps:  # see forget_copies
        return [
            Problem("erased", _("The person’s data were erased since: nothing can be restored."))
        ]
    return [problem for step in _left(merge.steps) for problem in _step_problems(step)]


def _left(steps: list[Step]) -> list[Step]:
    """As the merge left each row that it moved or changed, however often: what it dropped is not there any more."""
    found: dict[tuple[str, Any], Step] = {}
    for step in steps:
        key = (step["model"], step["pk"])
        if step["deed"] == "dropped":
            found.pop(key, None)
        elif step["deed"] in ("moved", "changed"):
            earlier = found.get(key, {"after": {}})
            found[key] = step | {"after": earlier["after"] | step["after"]}
    return list(found.values())


def _step_problems(step: Step) -> Iterator[Problem]:
    model = apps.get_model(step["model"])
    row = model._base_manager.filter(pk=step["pk"]).first()
    name = str(model._meta.verbose_name)
    if row is None:
        message = _("{thing} {number} was removed since.").format(thing=name, number=step["pk"])
        yield Problem("removed", message, numbers={"model": step["model"], "pk": step["pk"]})
        return
    if columns := [name for name in still_as(row, step["after"]) if name != "updated"]:
        fields = ", ".join(_field_name(model, column) for column in columns)
        message = _("{thing} “{row}” was changed since: {fields}.").format(
            thing=name, row=row, fields=fields
        )
        yield Problem("changed", message, numbers={"model": step["model"], "pk": step["pk"]})


def _take_back(step: Step) -> None:
    model = apps.get_model(step["model"])
    if step["deed"] == "dropped":
        insert_again(model, step["before"])
    elif step["deed"] in ("moved", "changed"):
        put_back(model, step["pk"], step["before"])


def _field_name(model: type[models.Model], column: str) -> str:
    for field in model._meta.concrete_fields:
        if field.attname == column:
            return str(field.verbose_name)
    return column
