"""The filters in force, from a bound GET form."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.utils.html import strip_tags

RESTARTS = "page"
"""A changed filter leads back to the first page."""


@dataclass(frozen=True)
class Chip:
    label: str
    text: str
    url: str
    """The list without this filter."""


def chips(form: BaseForm, query: QueryDict) -> list[Chip]:
    return [chip for bound in form.visible_fields() for chip in _chips_of(bound, query)]


def kept(form: BaseForm, query: QueryDict) -> list[tuple[str, str]]:
    """What else the address asks (order, size), so that filtering does not forget it."""
    own = {bound.html_name for bound in form} | {RESTARTS}
    return [(name, value) for name, values in query.lists() if name not in own for value in values]


def _chips_of(bound: BoundField, query: QueryDict) -> Iterator[Chip]:
    for value in query.getlist(bound.html_name):
        if value.strip():
            yield Chip(
                str(bound.label), _shown(bound, value), _without(query, bound.html_name, value)
            )


def _shown(bound: BoundField, value: str) -> str:
    if bound.widget_type == "checkbox":
        return ""  # its label says it all
    choices = {str(key): str(label) for key, label in _flat(getattr(bound.field, "choices", ()))}
    return strip_tags(choices.get(value, value))


def _flat(choices: object) -> Iterator[tuple[object, object]]:
    for key, label in choices:  # type: ignore[attr-defined]
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield key, label


def _without(query: QueryDict, name: str, value: str) -> str:
    changed = query.copy()
    changed.setlist(name, [other for other in query.getlist(name) if other != value])
    changed.pop(RESTARTS, None)
    return f"?{changed.urlencode()}"
