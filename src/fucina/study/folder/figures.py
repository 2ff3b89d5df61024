"""The figures of a noun: each on a known subject and attribute, in an allowed unit, within bounds."""

import math
from collections.abc import Iterator

from fucina.study.problem import Problem
from fucina.study.schema import Figure, Noun, Seat
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.parameter import PARAMETERS, VALUE
from fucina.study.schema.record import Named

Numbered = list[tuple[int, Figure]]


def check(
    noun: Noun, subjects: list[Named], figures: Numbered, *, complete: bool
) -> Iterator[Problem]:
    """``complete`` is false where some subjects could not be read: then none is called unknown."""
    known = {subject.id for subject in subjects} if complete else {f.subject for _, f in figures}
    seen: dict[tuple[str, str], int] = {}
    for row, figure in figures:
        yield from _check_figure(noun, known, row, figure)
        key = (figure.subject, figure.attribute)
        if key in seen:
            yield Problem("figure_twice", noun.figures_file, row, numbers=(("first", seen[key]),))
        seen.setdefault(key, row)
    if complete:
        yield from _missing(noun, subjects, set(seen))


def attributes(noun: Noun, subject: str) -> dict[str, Attribute]:
    """The attributes that a subject may have; a parameter has one, named ``value``."""
    if noun.name == "parameter":
        return {VALUE: PARAMETERS[subject]} if subject in PARAMETERS else {}
    return {attribute.name: attribute for attribute in noun.attributes}


def _check_figure(noun: Noun, known: set[str], row: int, figure: Figure) -> Iterator[Problem]:
    file = noun.figures_file
    if figure.subject not in known:
        yield Problem(
            "unknown_reference",
            file,
            row,
            "subject",
            figure.subject,
            ", ".join(sorted(known)),
            (("what", noun.name),),
        )
        return
    allowed = attributes(noun, figure.subject)
    if noun.name == "parameter" and not allowed:
        return  # the parameter itself is unknown, and is told as such
    if figure.attribute not in allowed:
        yield Problem(
            "attribute_unknown", file, row, "attribute", figure.attribute, ", ".join(allowed)
        )
        return
    attribute = allowed[figure.attribute]
    if figure.unit not in attribute.units:
        yield Problem("unit", file, row, "unit", figure.unit, ", ".join(attribute.units))
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    if low < attribute.minimum or high > attribute.maximum:
        bounds = f"{attribute.minimum:g} … {attribute.maximum:g}"
        if math.isinf(attribute.maximum):
            bounds = f"≥{attribute.minimum:g}"
        yield Problem(
            "value_bounds" if low < high else "value_bounds_fixed",
            file,
            row,
            "value",
            "",
            bounds,
            (("low", f"{low:g}"), ("high", f"{high:g}")),
        )


def _missing(noun: Noun, subjects: list[Named], seen: set[tuple[str, str]]) -> Iterator[Problem]:
    for subject in subjects:
        if isinstance(subject, Seat) and subject.status == "excluded":
            continue
        for name, attribute in attributes(noun, subject.id).items():
            if attribute.required and (subject.id, name) not in seen:
                yield Problem(
                    "figure_missing",
                    noun.figures_file,
                    None,
                    subject.id,
                    allowed=", ".join(attribute.units),
                    numbers=(("attribute", name),),
                )
