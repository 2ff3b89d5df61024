"""Permissions as sums of predicates, each app's in its ``rules.py``; carried out by django-rules."""

from collections.abc import Callable
from typing import Any

from rules.permissions import add_perm, permissions
from rules.predicates import Predicate as _Predicate

type Predicate = Any
"""Answers yes or no about ``(user, thing)``; joined with ``|``, ``&`` and ``~``."""


def predicate(test: Callable[..., bool], name: str = "") -> Predicate:
    """A test of a user, or of a user and a thing (None where the question is about no thing in particular)."""
    return _Predicate(test, name or test.__name__)


def declare(permission: str, who: Predicate) -> None:
    """Once for each permission; a second declaration is an error."""
    add_perm(permission, who)


def declared() -> list[str]:
    """Every permission that any app has declared."""
    return sorted(permissions)
