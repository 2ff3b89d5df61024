"""Choices of the filters, those that the classification or the directory itself gives."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from fucina.centre.people import ateco

type Choices = list[tuple[str, Any]]
ANY = ("", _("Any"))


def section_choices() -> Choices:
    return [
        ANY,
        *((one.code, f"{one.code} · {one.title.capitalize()}") for one in ateco.sections()),
    ]


def division_choices() -> Choices:
    return [ANY, *((one.code, str(one)) for one in ateco.divisions())]


def with_any(choices: Sequence[tuple[Any, Any]]) -> Choices:
    return [ANY, *choices]
