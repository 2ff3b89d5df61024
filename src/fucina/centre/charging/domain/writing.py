"""One write: permission first, then one transaction; what the database forbids is refused in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _

from fucina.centre.refusal import Problem, Refusal, problems_of


def allow(by: Any, permission: str, about: models.Model | None = None) -> None:
    if not by.has_perm(permission, about):
        raise PermissionDenied


@contextmanager
def one_write(*, shares: bool = False) -> Iterator[None]:
    """With ``shares``, what the database sums up when a transaction ends is checked here already, so that it can be said."""
    try:
        with transaction.atomic():
            yield
            if shares:
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except ValidationError as error:
        raise Refusal(problems_of(error)) from error
    except IntegrityError as error:
        raise Refusal([in_words(error)]) from error


def check(thing: models.Model) -> list[Problem]:
    """What is wrong with a row before it is written."""
    try:
        thing.full_clean()
    except ValidationError as error:
        return problems_of(error)
    return []


def in_words(error: IntegrityError) -> Problem:
    """Which rule another write, a moment earlier, made this one break."""
    diagnosis = getattr(error.__cause__, "diag", None)
    broken = str(getattr(diagnosis, "constraint_name", None) or "")
    if broken == "shares_are_the_whole":
        return Problem(
            "shares", _("The shares of the payer accounts must come to 100 %."), "shares"
        )
    if broken == "published_stays":
        return Problem("published", _("A published price list is not changed: make a copy of it, and publish that."))  # fmt: skip
    for constraint in _constraints():
        if constraint.name == broken and constraint.violation_error_code:
            return Problem(constraint.violation_error_code, str(constraint.violation_error_message))
    return Problem("changed", _("The record changed in the meantime. Look at it and try again."))


def _constraints() -> Iterator[models.BaseConstraint]:
    for model in apps.get_app_config("charging").get_models():
        yield from model._meta.constraints
