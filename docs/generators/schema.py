"""The study folder as one JSON Schema, for editors and other programs: `reference/study-schema.json`."""

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from fucina.documents.text import Text
from fucina.study.folder.read import BOUNDARIES
from fucina.study.schema import NOUNS, Figure, Header, Noun
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.parameter import PARAMETERS, VALUE
from fucina.study.schema.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEMPLATE = "#/$defs/{model}"
TEXTS = "In a CSV file a text with `it` and `en` is two columns, `…_it` and `…_en`; an empty cell is a field left out."

Schema = dict[str, Any]


def document() -> Schema:
    """One property for each file of the folder; `$defs` holds the records."""
    records: list[type[Record]] = [Header, Figure, *(noun.record for noun in NOUNS)]
    _, found = models_json_schema(
        [(record, "validation") for record in records], ref_template=TEMPLATE
    )
    files: Schema = {"study.toml": _of(Header), BOUNDARIES: {"type": "object"}}
    for noun in NOUNS:
        files[noun.file] = _file(noun)
        if noun.figures:
            files[noun.figures_file] = _figures(noun)
    optional = {noun.file for noun in NOUNS if noun.least == 0}
    optional |= {noun.figures_file for noun in NOUNS if noun.least == 0 or not _has_required(noun)}
    return {
        "$schema": DIALECT,
        "title": "Fucina study folder",
        "description": f"Every file of a study, by its name. {TEXTS}",
        "type": "object",
        "properties": files,
        "required": sorted(files.keys() - optional),
        "$defs": found["$defs"],
    }


def written() -> str:
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


def _of(record: type[Record]) -> Schema:
    return {"$ref": TEMPLATE.format(model=record.__name__)}


def _file(noun: Noun) -> Schema:
    records = {"type": "array", "items": _of(noun.record), "minItems": noun.least}
    if noun.format == "csv":
        return {"title": noun.text.en, **records}
    table = {noun.name: records}
    needed = [noun.name] if noun.least else []
    return {
        "title": noun.text.en,
        "type": "object",
        "properties": table,
        "required": needed,
        "additionalProperties": False,
    }


def _figures(noun: Noun) -> Schema:
    if noun.name == "parameter":
        kinds = [_figure(a, {"subject": a.name, "attribute": VALUE}) for a in PARAMETERS.values()]
    else:
        kinds = [_figure(a, {"attribute": a.name}) for a in noun.attributes]
    items = {"allOf": [_of(Figure), {"oneOf": kinds}]}
    return {"title": f"Figures: {noun.text.en}", "type": "array", "items": items}


def _figure(attribute: Attribute, names: dict[str, str]) -> Schema:
    """One kind of figure: what names it, its units, and the bounds of all three of its numbers."""
    bounds: Schema = {"minimum": attribute.minimum}
    if attribute.maximum != float("inf"):
        bounds["maximum"] = attribute.maximum
    return {
        "description": _both(attribute.text),
        "properties": {
            **{field: {"const": value} for field, value in names.items()},
            "unit": {"enum": list(attribute.units)},
            **dict.fromkeys(("low", "value", "high"), bounds),
        },
    }


def _has_required(noun: Noun) -> bool:
    return noun.name == "parameter" or any(a.required for a in noun.attributes)


def _both(text: Text) -> str:
    return f"{text.en} – {text.it}"
