"""One write: permission first, then one transaction; what the database forbids is refused in words."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, connection, models, transaction
from django.utils.translation import gettext as _

from fucina.centre.prepared import answered
from fucina.centre.refusal import Problem, Refusal, problems_of

SCHEDULE, PERSON, ROOM = 71, 72, 73
"""Kinds of advisory locks; with a number each is one key."""
PATIENCE = dt.timedelta(seconds=3)
LOCKED_OUT = ("55P03", "40P01")
"""PostgreSQL's codes of a lock not had in time, and of a deadlock."""

type Key = tuple[int, int]


def allow(by: Any, permission: str, thing: Any = None) -> None:
    if not by.has_perm(permission, thing):
        raise PermissionDenied


@contextmanager
def one_write() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except ValidationError as error:
        raise Refusal(problems_of(error)) from error
    except IntegrityError as error:
        raise Refusal([in_words(error)]) from error
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") not in LOCKED_OUT:
            raise
        message = _("Too many are booking at this very moment. Nothing was changed: try again.")
        raise Refusal([Problem("busy", message)]) from error


def lock(keys: Iterable[Key]) -> None:
    """Hold these until the transaction ends. Once in a transaction, in order, so that no two wait for each other.

    Whoever waits longer than three seconds is sent away with words rather than kept.
    """
    wanted = sorted(set(keys))
    if wanted:
        answered(connection, LOCKING, tuple([key[part] for key in wanted] for part in (0, 1)))


LOCKING = f"""
    SELECT pg_advisory_xact_lock(k.kind, k.number) FROM (
        SELECT set_config('lock_timeout', '{PATIENCE.seconds}s', true) AS patience,
               set_config('plan_cache_mode', 'force_generic_plan', true) OFFSET 0
    ) said, unnest(%s::int[], %s::int[]) k (kind, number) WHERE said.patience <> ''
""".strip()  # noqa: S608  a number
"""What was planned once is not planned again in this transaction."""


def check(thing: models.Model, *leave: str) -> list[Problem]:
    """What is wrong with a row before it is written."""
    try:
        thing.full_clean(exclude=set(leave))
    except ValidationError as error:
        return problems_of(error)
    return []


def in_words(error: IntegrityError) -> Problem:
    """Which rule another write, a moment earlier, made this one break."""
    diagnosis = getattr(error.__cause__, "diag", None)
    broken = str(getattr(diagnosis, "constraint_name", None) or "")
    said = {
        "allocation_does_not_overlap": (
            "overlap", _("Somebody was faster: this time has just been taken."), "starts",
        ),
        "use_one_at_a_time": ("in_use", _("Somebody was faster: the machine is in use."), ""),
        "presence_once": ("inside", _("This person is in the room already."), ""),
        "consumable_stock_is_not_negative": (
            "stock", _("There is not that much in stock."), "quantity",
        ),
        "grant_once": ("taken", _("This person has this qualification already."), "person"),
        "steward_once": ("taken", _("This person is in charge of it already."), "person"),
        "schedule_counting_stays": (
            "booked", _("There are bookings ahead: move them first."), "capacity",
        ),
    }.get(broken)  # fmt: skip
    if said is None:
        return Problem("changed", _("This changed in the meantime. Look at it and try again."))
    code, message, field = said
    return Problem(code, message, field)
