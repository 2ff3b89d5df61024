"""What a record's field may hold, said in words, from pydantic's own JSON schema."""

import ast
import inspect
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, get_args

from fucina.study.folder.records import columns as csv_columns
from fucina.study.schema.record import Named, Record
from generators.markdown import code, codes

ID_PATTERN = Named.model_json_schema()["properties"]["id"]["pattern"]
TYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "`true` or `false`",
}
LIMITS = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<"}


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    optional: bool
    note: str


def of_record(record: type[Record], *, columns: bool = False) -> list[Field]:
    """The fields of a TOML record, or the columns of a CSV one: a text there has one per language."""
    names = csv_columns(record)[0] if columns else list(record.model_fields)
    schema, notes = record.model_json_schema()["properties"], _notes(record)
    found = []
    for name in names:
        if name in record.model_fields:
            optional = not record.model_fields[name].is_required()
            found.append(Field(name, _say(schema[name]), optional, notes.get(name, "")))
        else:  # note_it, note_en
            text = record.model_fields[name.rpartition("_")[0]]
            found.append(Field(name, "text", not text.is_required(), ""))
    return found


def nested(record: type[Record]) -> dict[str, type[Record]]:
    """The records that stand inside a record, by the name of their field."""
    found = {}
    for name, field in record.model_fields.items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if inspect.isclass(kind) and issubclass(kind, Record):
                found[name] = kind
    return found


def _say(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_say(s) for s in schema["anyOf"] if s.get("type") != "null")
    if "$ref" in schema:
        return _say_named(schema["$ref"].rsplit("/", 1)[-1])
    if "const" in schema:
        return code(schema["const"])
    if "enum" in schema:
        return codes(schema["enum"])
    if schema.get("type") == "array":
        least = ", at least one" if schema.get("minItems") else ""
        return f"list of: {_say(schema['items'])}{least}"
    if schema.get("type") == "object":
        by_id = schema.get("patternProperties") or {"": schema["additionalProperties"]}
        return f"`{{ id = … }}`, each: {_say(next(iter(by_id.values())))}"
    return _say_plain(schema)


def _say_named(name: str) -> str:
    return "text in `it` and `en`" if name == "Text" else "fields of its own, below"


def _say_plain(schema: dict[str, Any]) -> str:
    if schema.get("format") == "date":
        return "date, `2026-11-15`"
    if schema.get("pattern") == ID_PATTERN:
        return "id"
    said = TYPES[schema["type"]]
    limits = [f"{sign} {schema[key]:g}" for key, sign in LIMITS.items() if key in schema]
    if "pattern" in schema:
        limits.append(f"of the form {code(schema['pattern'])}")
    if schema.get("minLength"):
        limits.append("not empty")
    if schema.get("default") not in (None, "", False, [], {}):
        limits.append(f"else {code(schema['default'])}")
    return ", ".join([said, *limits])


def _notes(record: type[Record]) -> dict[str, str]:
    """What the schema says of a field: its description, or the string that follows it in the class."""
    found = {name: f.description for name, f in record.model_fields.items() if f.description}
    body = ast.parse(inspect.getsource(record)).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, after in pairwise(statements):
        match field, after:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                found[name] = " ".join(text.replace("``", "`").split())
    return found
