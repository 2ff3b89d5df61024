"""Two records of one thing become one: everything that hangs on the loser is moved, and every step is written down."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from fucina.centre.people.domain import record_organisation, record_person
from fucina.centre.people.domain.find_duplicates import look_for_duplicates_of
from fucina.centre.people.domain.guarded import guarded, model_problems
from fucina.centre.people.domain.merge_conflicts import Step, changed, settle
from fucina.centre.people.domain.relations import relations_of
from fucina.centre.people.domain.snapshot import snapshot
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Duplicate, Merge, Organisation, OwnershipLink, Person
from fucina.centre.refusal import Problem, refuse_any

type Record = Organisation | Person

FIELDS: dict[type[Record], frozenset[str]] = {
    Organisation: record_organisation.FIELDS,
    Person: record_person.FIELDS,
}
STAYS = (Merge, Duplicate)
"""What speaks of the two records as two."""


def merge[T: Record](winner: T, loser: T, *, by: Any, chosen: Mapping[str, Any] | None = None) -> Merge:  # fmt: skip
    """Take ``loser`` into ``winner``. ``chosen`` holds the winner's fields that change, usually to the loser's values."""
    kind = type(winner)
    permission = "people.merge_organisations" if kind is Organisation else "people.merge_persons"
    if not by.has_perm(permission):
        raise PermissionDenied
    with guarded(kind):
        kept, gone = _locked(winner, loser)
        refuse_any(_problems(kept, gone))
        steps = [changed(gone, merged_into_id=kept.pk, **_account(gone))]
        steps += _fields(kept, gone, dict(chosen or {}), steps[0].before)
        for row, column in _hanging_on(gone):
            steps += _move(row, column, kept.pk)
        merged = _written(kept, gone, steps, by)
        _forget_pairs(gone)
        look_for_duplicates_of(kept)
    return merged


def _locked[T: Record](winner: T, loser: T) -> tuple[T, T]:
    """Both, in the order of their numbers, so that two merges at once wait for each other and neither for ever."""
    objects: Any = type(winner)._default_manager
    rows = objects.select_for_update().filter(pk__in=[winner.pk, loser.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    if winner.pk == loser.pk or len(found) < 2:
        refuse_any([Problem("same", _("Choose two different records."))])
    return found[winner.pk], found[loser.pk]


def _problems(winner: Record, loser: Record) -> Iterator[Problem]:
    for record in (winner, loser):
        if record.merged_into_id is not None:
            message = _("“{name}” was merged into another record meanwhile.").format(name=record)
            yield Problem("merged", message)
    if isinstance(winner, Person) and isinstance(loser, Person):
        yield from _person_problems(winner, loser)
    if isinstance(winner, Organisation) and isinstance(loser, Organisation):
        yield from _organisation_problems(winner, loser)


def _person_problems(winner: Person, loser: Person) -> Iterator[Problem]:
    if winner.user_id and loser.user_id:
        message = _("Both have an account: “{one}” and “{other}”. Close one of the accounts first.")
        yield Problem("accounts", message.format(one=winner.user, other=loser.user))
    if winner.erased or loser.erased:
        yield Problem("erased", _("The data of one of them were erased: nothing may be joined to them again."))  # fmt: skip


def _organisation_problems(winner: Organisation, loser: Organisation) -> Iterator[Problem]:
    if OrganisationKind.CENTRE in (winner.kind, loser.kind):
        yield Problem("centre", _("The centre itself is not merged."))
    if loser.key:
        message = _(
            "A study or a protocol knows “{name}” by its key: it must be the one that stays."
        )
        yield Problem("key", message.format(name=loser))
    for link in _rival_shares(winner, loser):
        message = _("Both have a share in “{name}” at the same time, and not the same one: end or remove one first.")  # fmt: skip
        yield Problem("shares", message.format(name=link.owned), numbers={"link": link.pk})


def _rival_shares(winner: Organisation, loser: Organisation) -> Iterator[OwnershipLink]:
    """Shares in a third that cannot both be the winner's, and do not say the same."""
    held = {link.owned_id: link for link in winner.owned_links.all()}
    for link in loser.owned_links.select_related("owned"):
        other = held.get(link.owned_id)
        if other is None or link.owned_id == winner.pk:
            continue
        same = (link.share, link.valid_from, link.valid_until) == (other.share, other.valid_from, other.valid_until)  # fmt: skip
        apart = (link.valid_until and link.valid_until < other.valid_from) or (
            other.valid_until and other.valid_until < link.valid_from
        )
        if not same and not apart:
            yield link


def _account(loser: Record) -> dict[str, None]:
    """A person has one account: the loser's is freed before the winner takes it."""
    return {"user_id": None} if isinstance(loser, Person) and loser.user_id else {}


def _fields(winner: Record, loser: Record, chosen: dict[str, Any], was: dict[str, Any]) -> list[Step]:  # fmt: skip
    """The winner with the chosen values, checked like any correction."""
    if strange := set(chosen) - FIELDS[type(winner)]:
        raise TypeError(f"not recorded: {', '.join(sorted(strange))}")
    account = was.get("user_id")
    if account is None and not chosen:
        return []
    before = snapshot(winner)
    for name, value in chosen.items():
        setattr(winner, name, value)
    if account is not None and isinstance(winner, Person):
        winner.user_id = account
    order = record_organisation.put_in_order if isinstance(winner, Organisation) else None
    problems = order(winner) if order else record_person.put_in_order(winner)  # type: ignore[arg-type]
    refuse_any([*problems, *model_problems(winner, *(problem.field for problem in problems))])
    after = snapshot(winner)
    touched = [name for name, value in after.items() if before[name] != value]
    if not touched:
        return []
    type(winner)._base_manager.filter(pk=winner.pk).update(
        **{name: getattr(winner, name) for name in touched}
    )
    kept = {name: before[name] for name in touched}
    return [Step("changed", winner._meta.label, winner.pk, kept, {n: after[n] for n in touched})]


def _hanging_on(loser: Record) -> Iterator[tuple[models.Model, str]]:
    """Every row of every app that names the loser, and by which column; the audit trail stays as it happened."""
    for model, column in relations_of(type(loser)):
        if issubclass(model, STAYS):
            continue
        rows = model._base_manager.filter(**{column: loser.pk}).order_by("pk")
        yield from ((row, column) for row in rows)


def _move(row: models.Model, column: str, winner: int) -> list[Step]:
    if not type(row)._base_manager.filter(pk=row.pk).exists():
        return []  # dropped when another row was settled
    before = snapshot(row)
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{column: winner})
            row.refresh_from_db()
            return [Step("moved", row._meta.label, row.pk, before, snapshot(row))]
    except IntegrityError:
        row.refresh_from_db()
    try:
        with transaction.atomic():
            settled = settle(row, column, winner)
    except IntegrityError:
        settled = None
    return [Step("left", row._meta.label, row.pk, before)] if settled is None else settled


def _written(winner: Record, loser: Record, steps: list[Step], by: Any) -> Merge:
    noun = str(type(winner)._meta.model_name)
    ends: dict[str, Any] = {f"winner_{noun}": winner, f"loser_{noun}": loser}
    told = [step.as_json() for step in steps]
    return Merge.objects.create(steps=told, merged_by=by if by.pk else None, **ends)


def _forget_pairs(loser: Record) -> None:
    noun = loser._meta.model_name
    for side in ("first", "second"):
        Duplicate.objects.filter(**{f"{side}_{noun}": loser}).delete()
