"""Edits a TOML text in place: some keys of one record change; comments, order and all else stay as written.

What is edited is read again and compared: if anything but the wanted keys would change, nothing does.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from fucina.study.sources.fault import refuse

Path = tuple[str, ...]
Value = str | float | int | bool | date | list[Any] | dict[str, Any]


@dataclass(frozen=True)
class Statement:
    """A header or a key with its value: where it stands, and of which record of which list it is.

    ``path`` leads from the record to the key or sub-table.
    """

    table: str
    index: int
    path: Path
    start: int
    value: int
    end: int

    @property
    def header(self) -> bool:
        return self.value < 0


def literal(value: Value) -> str:
    """A value as TOML writes it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(literal(one) for one in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(name)} = {literal(one)}" for name, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return repr(value)


def _key(name: str) -> str:
    bare = name and all(c.isascii() and (c.isalnum() or c in "-_") for c in name)
    return name if bare else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def append(text: str, table: str, record: Mapping[str, Value]) -> str:
    """The text with one more ``[[table]]`` at its end."""
    lines = [
        f"[[{table}]]",
        *(f"{_key(name)} = {literal(value)}" for name, value in record.items()),
    ]
    return (text.rstrip() + "\n\n" if text.strip() else text) + "\n".join(lines) + "\n"


def change(
    file: str, text: str, table: str, index: int, within: Path, values: Mapping[str, Value | None]
) -> str:
    """The text with keys of the ``index``-th ``[[table]]`` (or of its table ``within``) set, or taken out
    where their value is None."""
    found = [s for s in statements(text) if s.table == table and s.index == index]
    inline = next((s for s in found if s.path == within and not s.header), None) if within else None
    if inline is not None:
        old = _at(tomllib.loads(text)[table][index], within)
        new = {k: v for k, v in (old | dict(values)).items() if v is not None}
        edited = text[: inline.value] + literal(new) + text[inline.end :]
    else:
        edited = _edit(text, found, within, values)
    _compare(file, text, edited, table, index, within, values)
    return edited


def _edit(
    text: str, found: Sequence[Statement], within: Path, values: Mapping[str, Value | None]
) -> str:
    pieces: list[tuple[int, int, str]] = []
    missing = dict(values)
    for one in found:
        if one.path[: len(within)] != within or len(one.path) <= len(within):
            continue
        name = one.path[len(within)]
        if name not in values:
            continue
        if len(one.path) == len(within) + 1 and not one.header and values[name] is not None:
            pieces.append((one.value, one.end, literal(values[name])))  # type: ignore[arg-type]
            missing.pop(name, None)
        else:
            pieces.append((*_whole_line(text, one), ""))
    lines = [f"{_key(n)} = {literal(v)}\n" for n, v in missing.items() if v is not None]
    if lines:
        place = _after(text, found, within)
        pieces.append((place, place, "".join(lines)))
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _after(text: str, found: Sequence[Statement], within: Path) -> int:
    """The line after the last key of the table, or after its header."""
    last = None
    for one in found:
        if (one.header and one.path == within) or (not one.header and one.path[:-1] == within):
            last = one
        elif last is not None and one.header:
            break
    return _whole_line(text, last)[1] if last is not None else len(text)


def _whole_line(text: str, one: Statement) -> tuple[int, int]:
    start = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.end)
    return start, len(text) if end < 0 else end + 1


def _at(record: dict[str, Any], within: Path) -> dict[str, Any]:
    for name in within:
        record = record.setdefault(name, {})
    return record


def _compare(
    file: str,
    text: str,
    edited: str,
    table: str,
    index: int,
    within: Path,
    values: Mapping[str, Value | None],
) -> None:
    """Whatever shape a text may have: an edit that does more or less than it should is no edit."""
    wanted = deepcopy(tomllib.loads(text))
    record = _at(wanted[table][index], within)
    for name, value in values.items():
        if value is None:
            record.pop(name, None)
        else:
            record[name] = value
    try:
        same = tomllib.loads(edited) == wanted
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        lines = "; ".join(f"{n} = {literal(v)}" for n, v in values.items() if v is not None)
        refuse("toml_shape", file, None, f"[[{table}]] {index + 1}", allowed=lines)


def statements(text: str) -> Iterator[Statement]:
    """Every header and key of a valid TOML text whose records stand in lists, as a study's do."""
    table, index, inside, i = "", -1, (), 0  # type: str, int, Path, int
    counts: dict[str, int] = {}
    while i < len(text):
        if text[i] in " \t\r\n":
            i += 1
        elif text[i] == "#":
            i = _line_end(text, i)
        elif text[i] == "[":
            double = text.startswith("[[", i)
            close = _value_end(text, i)
            path = _path(text[i:close].strip("[] \t"))
            if double and len(path) == 1:
                table, inside = path[0], ()
                index = counts[table] = counts.get(table, -1) + 1
            elif path[0] in counts:
                table, inside = path[0], path[1:]
                index = counts[table]
            else:
                table, index, inside = path[0], -1, path[1:]
            yield Statement(table, index, inside, i, -1, close)
            i = close
        else:
            equals = _equals(text, i)
            value = equals + 1
            while text[value] in " \t":
                value += 1
            end = _value_end(text, value)
            yield Statement(table, index, inside + _path(text[i:equals]), i, value, end)
            i = end


def _path(key: str) -> Path:
    """A key as TOML reads it: ``a."b.c"`` has two parts."""
    found: Any = tomllib.loads(f"{key.strip()} = 0")
    parts: list[str] = []
    while isinstance(found, dict):
        (name,) = found
        parts.append(name)
        found = found[name]
    return tuple(parts)


def _equals(text: str, i: int) -> int:
    while text[i] != "=":
        i = _string_end(text, i) if text[i] in "\"'" else i + 1
    return i


def _line_end(text: str, i: int) -> int:
    end = text.find("\n", i)
    return len(text) if end < 0 else end


def _value_end(text: str, i: int) -> int:
    """Behind the last character of the value that begins at ``i``: strings, lists and comments within are
    passed over."""
    depth, end = 0, i
    while i < len(text):
        c = text[i]
        if c in "\"'":
            i = end = _string_end(text, i)
            continue
        if c == "#":
            if not depth:
                break
            i = _line_end(text, i)
            continue
        if c == "\n" and not depth:
            break
        depth += (c in "[{") - (c in "]}")
        i += 1
        if c not in " \t\r\n":
            end = i
    return end


def _string_end(text: str, i: int) -> int:
    quote = text[i : i + 3] if text[i : i + 3] in ('"""', "'''") else text[i]
    i += len(quote)
    while not text.startswith(quote, i):
        i += 2 if text[i] == "\\" and quote[0] == '"' else 1
    i += len(quote)
    while len(quote) == 3 and text.startswith(
        quote[0], i
    ):  # up to two quotes may end the string itself
        i += 1
    return i
