"""From what the database or a model refuses to a Refusal that a person can read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from fucina.centre.refusal import Problem, Refusal, problems_of


@contextmanager
def guarded(*about: type[models.Model]) -> Iterator[None]:
    """One transaction; a constraint of these models that it breaks becomes a Refusal with the constraint's own words.

    Checks beforehand read better, but two people may act at once: the last word is the database's.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        problem = _problem(error, about)
        if problem is None:
            raise
        raise Refusal([problem]) from error


def model_problems(thing: models.Model, *leave: str) -> list[Problem]:
    """What the model's own fields, uniqueness and constraints find wrong; ``leave`` names fields that were judged already."""
    try:
        thing.full_clean(exclude={"search", *leave})
    except ValidationError as error:
        return problems_of(error)
    return []


def assign(thing: models.Model, told: dict[str, Any], known: frozenset[str]) -> None:
    """Set what was told; a name that is not known is the caller's mistake."""
    if strange := set(told) - known:
        raise TypeError(f"not recorded: {', '.join(sorted(strange))}")
    for name, value in told.items():
        setattr(thing, name, value)


def name_of_constraint(error: IntegrityError) -> str:
    """The constraint that was broken, as PostgreSQL names it."""
    return str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or "")


def _problem(error: IntegrityError, about: tuple[type[models.Model], ...]) -> Problem | None:
    broken = name_of_constraint(error)
    for model in about:
        for constraint in model._meta.constraints:
            if constraint.name == broken:
                field = constraint.fields[0] if isinstance(constraint, models.UniqueConstraint) and constraint.fields else ""  # fmt: skip
                code = constraint.violation_error_code or "not_possible"
                return Problem(code, str(constraint.violation_error_message), field)
    if broken == "membership_role_fits_organisation":
        return Problem("role", _("This role is not held at an organisation of this kind."), "kind")
    return None
