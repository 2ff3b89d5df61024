"""What is wrong with a form, in the order of its fields."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField


@dataclass(frozen=True)
class Problem:
    text: str
    label: str = ""
    id: str = ""
    """Of the element to go to; none where the problem is not one field's."""


def problems(form: BaseForm) -> list[Problem]:
    if not form.is_bound:
        return []
    general = [Problem(str(error)) for error in form.non_field_errors()]
    return general + [
        Problem(str(error), str(bound.label), "" if bound.is_hidden else first_input(bound))
        for bound in form
        for error in bound.errors
    ]


def first_input(bound: BoundField) -> str:
    """The id of what a person would fill in first; a group of choices or of inputs has none of its own."""
    if not bound.use_fieldset:
        return bound.id_for_label
    first = next(iter(bound.subwidgets), None)
    if first is None:
        return bound.auto_id
    parts = first.data.get("subwidgets")
    return str(parts[0]["attrs"]["id"]) if parts else str(first.id_for_label)
