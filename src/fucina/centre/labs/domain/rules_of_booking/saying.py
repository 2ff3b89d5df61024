"""How rules put what they find."""

from typing import Any

from fucina.centre.refusal import Problem

OVERRIDE = "labs.override_rules"
"""Who has this permission for everything asked for goes on all the same, and says why."""


def hard(code: str, message: str, field: str = "", **numbers: Any) -> Problem:
    """Nobody goes past it."""
    return Problem(code, message, field, numbers)


def soft(code: str, message: str, field: str = "", **numbers: Any) -> Problem:
    return Problem(code, message, field, numbers, OVERRIDE)
