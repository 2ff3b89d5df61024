"""Records as a study folder writes them: read from the example, changed, and written again."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Fields = dict[str, Any]


def toml_file(table: str, records: Sequence[Fields]) -> str:
    """``[[table]]`` after ``[[table]]``; a list of records inside one becomes ``[[table.field]]``."""
    return "\n".join(_table(table, record) for record in records)


def toml_header(fields: Fields) -> str:
    return _fields("", fields)


def csv_file(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _table(name: str, fields: Fields) -> str:
    return f"[[{name}]]\n{_fields(name + '.', fields)}"


def _fields(prefix: str, fields: Fields) -> str:
    inner = {key: value for key, value in fields.items() if _are_records(value)}
    lines = [f"{key} = {_value(value)}\n" for key, value in fields.items() if key not in inner]
    tables = [f"\n{_table(prefix + key, record)}" for key in inner for record in inner[key]]
    return "".join([*lines, *tables])


def _are_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case date():
            return value.isoformat()
        case dict():
            return "{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isascii() else json.dumps(key)
