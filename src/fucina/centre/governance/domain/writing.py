"""One write: permission first, then one transaction; what the database forbids is refused in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from fucina.centre.refusal import Problem, Refusal, problems_of


def allow(by: Any, permission: str) -> None:
    if not by.has_perm(permission):
        raise PermissionDenied


@contextmanager
def one_write() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except ValidationError as error:
        raise Refusal(problems_of(error)) from error
    except IntegrityError as error:
        raise Refusal([_in_words(error)]) from error


def check(thing: models.Model) -> list[Problem]:
    """What is wrong with a row before it is written."""
    try:
        thing.full_clean()
    except ValidationError as error:
        return problems_of(error)
    return []


def _in_words(error: IntegrityError) -> Problem:
    """Which rule another write, a moment earlier, made this one break."""
    diagnosis = getattr(error.__cause__, "diag", None)
    broken = str(getattr(diagnosis, "constraint_name", None) or "")
    if say := _SAID.get(broken):
        return say()
    if broken.endswith("_does_not_overlap"):
        return Problem("overlap", _("Something is recorded for that time already."))
    return Problem("changed", _("The record changed in the meantime. Look at it and try again."))


_SAID: dict[str, Callable[[], Problem]] = {
    "given_within_promise": lambda: Problem(
        "beyond_promise",
        _("More would be given than was promised. Record what is beyond as a promise of its own."),
        "amount",
    ),
    "quotas_fit": lambda: Problem(
        "beyond_whole", _("The quotas of this body would come to more than 100 %."), "share"
    ),
    "of_one_agreement": lambda: Problem(
        "other_agreement", _("Choose something that belongs to the same agreement.")
    ),
}
