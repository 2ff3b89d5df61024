"""Queries that Django writes once a process and PostgreSQL plans once a connection: where that takes longer than answering.

OF_PERSON = Prepared(lambda: Booking.objects.filter(person=Given("person")))
OF_PERSON.rows(person=7)
"""

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet, Value
from psycopg import Cursor


class Given(Value):
    """What is said only when the query is asked; a list where it is ``AnyGiven``."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class AnyGiven(Given):
    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "ANY(%s::bigint[])", (self,)


class PreparingCursor(Cursor[Any]):
    """Sends a statement once a connection, then only its name."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        self.connection.prepare_threshold = 0  # Django's own cursors never prepare
        return super().execute(query, params, **options, prepare=True)


@dataclass(frozen=True)
class Written:
    """What Django made of a query, and how it turns rows of the database into Python's."""

    queryset: Any
    compiler: Any
    sql: str
    marks: tuple[Any, ...]
    converters: dict[tuple[int, ...], Any]


class Prepared[Row]:
    """Its rows are made by Django as ever, from what is kept. Nothing but what is ``Given`` may change."""

    def __init__(self, write: Callable[[], QuerySet[Any, Row]]) -> None:
        self._write = write
        self._kept: Written | None = None

    def rows(self, **given: Any) -> list[Row]:
        kept = self._kept = self._kept or written(self._write())
        said = tuple(given[mark.value] if isinstance(mark, Given) else mark for mark in kept.marks)
        connection = connections[kept.queryset.db]
        compiler = copy(kept.compiler)
        compiler.connection = connection
        compiler.execute_sql = lambda *_args, **_options: [answered(connection, kept.sql, said)]
        compiler.get_converters = lambda fields: converters(kept, fields)
        query = alike(kept.queryset.query, get_compiler=lambda *_args, **_options: compiler)
        return list(alike(kept.queryset, _query=query))


def written(queryset: Any) -> Written:
    """Two threads at once may both write it, and write the same."""
    compiler = queryset.query.get_compiler(queryset.db)
    sql, marks = compiler.as_sql()
    return Written(queryset, compiler, *constant(sql, marks), {})


def constant(sql: str, marks: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    """With text that never changes written into the statement: not sent each time, and known when it is planned."""
    left = iter(marks)
    kept = []

    def said(mark: re.Match[str]) -> str:
        if mark[0] == "%%":
            return "%%"
        value = next(left)
        if isinstance(value, str) and "\\" not in value:
            return "'" + str(value).replace("'", "''").replace("%", "%%") + "'"
        kept.append(value)
        return "%s"

    return re.sub("%[%s]", said, sql), tuple(kept)


def converters(kept: Written, fields: Any) -> Any:
    """They depend on nothing that is given."""
    several = list(fields)
    key = tuple(map(id, several))
    if key not in kept.converters:
        kept.converters[key] = type(kept.compiler).get_converters(kept.compiler, several)
    return kept.converters[key]


def alike[T](thing: T, **changed: Any) -> T:
    """A copy that costs nothing: no query is evaluated, no clause cloned."""
    found = object.__new__(type(thing))
    found.__dict__.update(thing.__dict__, **changed)
    return found


def answered(connection: Any, sql: str, said: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Through Django's own wrappers, so that it is counted and logged like any other."""
    connection.ensure_connection()
    with connection._prepare_cursor(PreparingCursor(connection.connection)) as cursor:
        cursor.execute(sql, said)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@dataclass(frozen=True)
class Insertion:
    """How Django writes new rows of a model, but for the values."""

    fields: tuple[Any, ...]
    head: str
    marks: tuple[str, ...]
    tail: str

    def of(self, rows: int, but: str = "") -> str:
        """The statement for so many rows; one field is the number that ``parent`` gives."""
        marks = [
            "(SELECT number FROM parent)" if field.name == but else mark
            for field, mark in zip(self.fields, self.marks, strict=True)
        ]
        return self.head + ", ".join([f"({', '.join(marks)})"] * rows) + self.tail


_insertions: dict[type[Model], Insertion] = {}


def insert(rows: Sequence[Model]) -> None:
    """New rows of one model in one statement, each with its number afterwards. No signal is sent: triggers write history."""
    if not rows:
        return
    how, values = _insertion_of(rows)
    for row, (number,) in zip(rows, _answer(how.of(len(rows)), values), strict=True):
        _is_stored(row, number)


def insert_with(parent: Model, rows: Sequence[Model], relation: str) -> None:
    """A new row and those that refer to it by ``relation``, in one statement, as ``insert`` would in two."""
    if not rows:
        insert([parent])
        return
    first, of_parent = _insertion_of([parent])
    how, values = _insertion_of(rows, relation)
    column = next(field.column for field in how.fields if field.name == relation)
    quoted = connections[DEFAULT_DB_ALIAS].ops.quote_name
    sql = f"WITH parent (number) AS ({first.of(1)}) {how.of(len(rows), relation)}, {quoted(column)}"
    for row, (number, of) in zip(rows, _answer(sql, [*of_parent, *values]), strict=True):
        _is_stored(parent, of)
        _is_stored(row, number)
        setattr(row, relation, parent)


def _insertion_of(rows: Sequence[Model], but: str = "") -> tuple[Insertion, list[Any]]:
    """How they are written, and their values, but for the number of what is only being written."""
    model, connection = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    how = _insertions.get(model) or _insertions.setdefault(model, insertion(model, connection))
    return how, [
        field.get_db_prep_save(field.pre_save(row, True), connection)
        for row in rows
        for field in how.fields
        if field.name != but
    ]


def _answer(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _is_stored(row: Model, number: int) -> None:
    row.pk = number
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def insertion(model: type[Model], connection: Any) -> Insertion:
    meta, quoted = model._meta, connection.ops.quote_name
    fields = tuple(f for f in meta.local_concrete_fields if not (f.primary_key or f.generated))
    marks = tuple(
        f.get_placeholder(None, None, connection) if hasattr(f, "get_placeholder") else "%s"
        for f in fields
    )
    columns = ", ".join(quoted(f.column) for f in fields)
    return Insertion(
        fields,
        f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES ",  # noqa: S608  names of the model
        marks,
        f" RETURNING {quoted(meta.pk.column)}",
    )
