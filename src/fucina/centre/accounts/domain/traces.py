"""Looks for words in the whole database: after an erasure nothing should answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

TEXTS = ("text", "character varying", "character", "jsonb", "json", "ARRAY", "bytea")


@dataclass(frozen=True)
class Trace:
    """A column in which words were found, and in how many rows."""

    table: str
    column: str
    rows: int


def traces(words: tuple[str, ...]) -> list[Trace]:
    """Every column of every table that contains one of these, whatever its case.

    Reads all tables once: an act of seconds, for a page that is opened a few times a year and for tests.
    """
    wanted = [word.lower() for word in words if word.strip()]
    if not wanted:
        return []
    found = []
    with connection.cursor() as cursor:
        for table, columns in _tables():
            counts = ", ".join(
                f"COUNT(*) FILTER (WHERE {_answers(one, wanted)})" for one in columns
            )
            # Names of tables and columns are the database's own, and quoted; the words are parameters.
            query = f"SELECT {counts} FROM {connection.ops.quote_name(table)}"  # noqa: S608
            cursor.execute(query, wanted * len(columns))
            found += [
                Trace(table, column, rows)
                for column, rows in zip(columns, cursor.fetchone(), strict=True)
                if rows
            ]
    return found


def _answers(column: str, words: list[str]) -> str:
    text = f"lower({connection.ops.quote_name(column)}::text)"
    return " OR ".join([f"position(%s in {text}) > 0"] * len(words))


def _tables() -> Iterator[tuple[str, list[str]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = ANY(%s)"
            " ORDER BY table_name, ordinal_position",
            [list(TEXTS)],
        )
        rows = cursor.fetchall()
    by_table: dict[str, list[str]] = {}
    for table, column in rows:
        by_table.setdefault(table, []).append(column)
    yield from by_table.items()
