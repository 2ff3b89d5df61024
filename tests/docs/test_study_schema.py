"""The JSON Schema of the study folder is current, and says the same as the program that reads
the folder. FUCINA_RENEW=1 writes it anew."""

import csv
import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, meta

from fucina.study.folder.files import Row
from fucina.study.folder.records import fold_texts
from fucina.study.schema import NOUNS, Figure
from fucina.study.template import create


@pytest.fixture
def schema(root: Path) -> dict[str, Any]:
    return json.loads((root / "docs/reference/study-schema.json").read_text("utf-8"))


@pytest.fixture
def written(root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(str(root / "docs"))
    from generators import schema

    return schema.written()


def test_the_schema_is_current(root: Path, written: str) -> None:
    path = root / "docs/reference/study-schema.json"

    if os.environ.get("FUCINA_RENEW"):
        path.write_text(written, "utf-8")
    assert path.read_text("utf-8") == written


def test_the_schema_is_a_schema_and_names_every_file(schema: dict[str, Any]) -> None:
    meta.validate(schema)

    files = {"study.toml", "boundaries.geojson", *(noun.file for noun in NOUNS)}
    assert set(schema["properties"]) == files | {n.figures_file for n in NOUNS if n.figures}


def test_the_example_and_the_studies_of_this_repository_conform(
    root: Path, tmp_path: Path, schema: dict[str, Any]
) -> None:
    create(tmp_path / "study")
    folders = [tmp_path / "study", root / "studies/rotterdam"]

    found = {folder.name: wrong(schema, loaded(folder)) for folder in folders}

    assert found == {folder.name: [] for folder in folders}


@pytest.mark.parametrize(
    ("file", "row", "field", "value"),
    [
        ("figures/seats.csv", 0, "unit", "acre"),
        ("figures/seats.csv", 0, "value", -1.0),
        ("figures/seats.csv", 0, "attribute", "colour"),
        ("figures/funding.csv", 0, "value", 1.5),
        ("correlations.csv", 0, "value", 2.0),
        ("owners.csv", 0, "id", "Not An Id"),
        ("zones.csv", 0, "telephone", "1"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    tmp_path: Path, schema: dict[str, Any], file: str, row: int, field: str, value: object
) -> None:
    create(tmp_path / "study")
    study = loaded(tmp_path / "study")
    study[file][row][field] = value

    assert [path[:2] for path in wrong(schema, study)] == [[file, row]]


def wrong(schema: dict[str, Any], study: dict[str, Any]) -> list[list[Any]]:
    found = Draft202012Validator(schema).iter_errors(study)
    return [list(error.instance_path) for error in found]


def loaded(folder: Path) -> dict[str, Any]:
    """The files as another program would read them: numbers as numbers, dates as text."""
    study: dict[str, Any] = {
        "study.toml": plain(tomllib.loads((folder / "study.toml").read_text("utf-8"))),
        "boundaries.geojson": json.loads((folder / "boundaries.geojson").read_text("utf-8")),
    }
    for noun in NOUNS:
        path = folder / noun.file
        if path.exists() and noun.format == "toml":
            study[noun.file] = plain(tomllib.loads(path.read_text("utf-8")))
        elif path.exists():
            study[noun.file] = rows(path, noun.record)
        if noun.figures and (folder / noun.figures_file).exists():
            study[noun.figures_file] = rows(folder / noun.figures_file, Figure)
    return study


def rows(path: Path, record: Any) -> list[dict[str, Any]]:
    texts = {
        f"{name}_{language}"
        for name in ("note", "name", "event", "scope")
        for language in ("it", "en")
    }
    schema = record.model_json_schema()["properties"]
    with path.open(encoding="utf-8", newline="") as file:
        found = [
            Row(0, {k: v if k in texts else number(v, schema[k]) for k, v in row.items() if v})
            for row in csv.DictReader(file)
        ]
    return [row.fields for row in fold_texts(record, found)]


def number(cell: str, schema: dict[str, Any]) -> object:
    kinds = {schema.get("type"), *(inner.get("type") for inner in schema.get("anyOf", []))}
    if "integer" in kinds:
        return int(cell)
    return float(cell) if "number" in kinds else cell


def plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list():
            return [plain(inner) for inner in value]
        case date():
            return value.isoformat()
    return value
