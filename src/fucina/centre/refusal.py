"""How a domain function refuses: with every problem at once, each with a code and its numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Problem:
    """What stands in the way of an act.

    ``message`` is already in the reader's language; ``field`` is the value at fault, if one is; ``overridable_by`` names the
    permission that may go on all the same, or is empty where nobody may.
    """

    code: str
    message: str
    field: str = ""
    numbers: Mapping[str, Any] = dataclass_field(default_factory=dict)
    overridable_by: str = ""


class Refusal(Exception):  # noqa: N818  what the domain does, not a fault of the program
    """Nothing was written. ``problems`` is never empty.

    >>> Refusal([Problem("taken", "This number is taken.")]).problems[0].code
    'taken'
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("a refusal without a problem")
        super().__init__(" ".join(problem.message for problem in self.problems))


def refuse_any(problems: Iterable[Problem]) -> None:
    """Raise a Refusal if there is a problem at all."""
    if found := list(problems):
        raise Refusal(found)


def problems_of(error: ValidationError) -> list[Problem]:
    """What Django's validation of a model found, as problems."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    return [
        Problem(
            code=one.code or "invalid",
            message=" ".join(one.messages),
            field="" if name == "__all__" else name,
            numbers={
                key: value
                for key, value in (one.params or {}).items()
                if isinstance(value, (str, int, float))
            },
        )
        for name, several in by_field.items()
        for one in several
    ]
