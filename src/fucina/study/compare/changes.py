"""Changes: which figures and records of a study are new, gone, or other than they were."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from fucina.documents.text import Text
from fucina.study.compare.comparison import FieldChange, FigureChange, RecordChange
from fucina.study.report.names import Names
from fucina.study.schema import NOUNS, Study
from fucina.study.schema.record import Record

HEADER = "header"
VALUES = ("distribution", "low", "value", "high", "unit", "price_year")
"""What of a figure a result depends on; the rest says where it comes from."""
ORIGINS = ("source", "sources", "coordinate_source", "coordinate_error_m", "owner", "date", "as_of")
SILENT = (
    "sources", "owners", "archetypes", "courses", "milestones", "references", "risks", "gates", "datasets",
)  # fmt: skip
"""Nouns that neither the ranking nor the money looks at."""
LONGEST = 160


def figures(before: Study, after: Study) -> list[FigureChange]:
    """Every figure that differs, by key."""
    keys = sorted(before.figures.keys() | after.figures.keys())
    return [c for key in keys if (c := _figure(before, after, key)) is not None]


def records(before: Study, after: Study) -> list[RecordChange]:
    """Every record that differs, noun by noun, the header first."""
    found = list(_record(HEADER, "header", before.header, after.header))
    for noun in NOUNS:
        old, new = _by_id(getattr(before, noun.plural)), _by_id(getattr(after, noun.plural))
        for name in dict.fromkeys([*old, *new]):
            found += _record(noun.plural, name, old.get(name), new.get(name))
    return found


def _figure(before: Study, after: Study, key: str) -> FigureChange | None:
    old, new = before.figures.get(key), after.figures.get(key)
    if old == new:
        return None
    fields = list(_fields(old, new, skipped=("subject", "attribute")))
    names = Names(before if new is None else after)
    noun = key.split(".")[0]
    return FigureChange(
        key=key,
        name=names.figure(key),
        change="added" if old is None else "removed" if new is None else "changed",
        moves=noun not in SILENT
        and (old is None or new is None or any(f.field in VALUES for f in fields)),
        fields=fields,
    )


def _record(
    noun: str, name: str, old: BaseModel | None, new: BaseModel | None
) -> Iterator[RecordChange]:
    if old == new:
        return
    fields = list(_fields(old, new)) if old is not None and new is not None else []
    yield RecordChange(
        noun=noun,
        id=name,
        name=_name(new if new is not None else old, name),
        change="added" if old is None else "removed" if new is None else "changed",
        moves=noun not in SILENT and _moves(old, new),
        fields=fields,
    )


def _moves(old: BaseModel | None, new: BaseModel | None) -> bool:
    """Words, sources and owners move nothing."""
    if old is None or new is None:
        return True
    changed = [f for f in type(old).model_fields if getattr(old, f) != getattr(new, f)]
    return any(f not in ORIGINS and not isinstance(getattr(new, f), Text) for f in changed)


def _fields(
    old: BaseModel | None, new: BaseModel | None, skipped: tuple[str, ...] = ()
) -> Iterator[FieldChange]:
    shown = new if new is not None else old
    for name in type(shown).model_fields if shown is not None else ():
        first, second = getattr(old, name, None), getattr(new, name, None)
        if first == second or name in skipped:
            continue
        if isinstance(first, Record) and isinstance(second, Record):
            for inner in _fields(first, second):
                yield inner.model_copy(update={"field": f"{name}.{inner.field}"})
        else:
            yield FieldChange(field=name, before=_said(first), after=_said(second))


def _said(value: Any) -> str | None:
    """A value in a line."""
    if value is None:
        return None
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return _short("; ".join(_said(item) or "" for item in value))
    if isinstance(value, Text):
        value = f"{value.it} / {value.en}"
    elif isinstance(value, BaseModel):
        value = value.model_dump(mode="json", exclude_defaults=True)
    return _short(str(value))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _by_id(rows: list[Any]) -> Mapping[str, BaseModel]:
    return {_identity(row, i): row for i, row in enumerate(rows)}


def _identity(row: Any, place: int) -> str:
    for field in ("id", "istat_code"):
        if isinstance(found := getattr(row, field, None), str):
            return found
    parts = [str(getattr(row, f)) for f in ("origin", "seat", "case", "measure", "date") if hasattr(row, f)]  # fmt: skip
    return "/".join(parts) or str(place + 1)


def _name(row: Any, name: str) -> Text:
    found = getattr(row, "name", None)
    if isinstance(found, Text):
        return found
    said = found or getattr(row, "title", None) or name
    return Text(str(said), str(said))
