"""Rows into records: validated one by one, so that every wrong field of every row is named."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fucina.documents.text import Text
from fucina.study.folder.files import Row
from fucina.study.problem import Problem, shorten

CODES = {
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "int_parsing": "whole_number",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "date_type": "date",
    "date_from_datetime_inexact": "date",
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "string_type": "text",
    "literal_error": "choice",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "greater_than": "bounds",
    "greater_than_equal": "bounds",
    "less_than": "bounds",
    "less_than_equal": "bounds",
    "string_too_long": "bounds",
    "missing": "missing",
    "extra_forbidden": "extra_forbidden",
    "dataclass_type": "both_languages",
    "unexpected_keyword_argument": "both_languages",
}
BOUNDS = {
    "gt": ">",
    "ge": "≥",
    "lt": "<",
    "le": "≤",
    "max_length": "≤",
    "pattern": "",
    "expected": "",
}


def text_fields(model: type[BaseModel]) -> set[str]:
    return {
        name
        for name, field in model.model_fields.items()
        if field.annotation is Text or Text in get_args(field.annotation)
    }


def columns(model: type[BaseModel]) -> tuple[list[str], frozenset[str]]:
    """The CSV columns of a record, and which of them a file may leave out."""
    texts = text_fields(model)
    names: list[str] = []
    optional: set[str] = set()
    for name, field in model.model_fields.items():
        own = [f"{name}_it", f"{name}_en"] if name in texts else [name]
        names += own
        if not field.is_required():
            optional |= set(own)
    return names, frozenset(optional)


def fold_texts(model: type[BaseModel], row: Row) -> Row:
    """``note_it`` and ``note_en`` of a CSV row become the one field ``note``."""
    fields = dict(row.fields)
    for name in text_fields(model):
        pair = {language: fields.pop(f"{name}_{language}", "") for language in ("it", "en")}
        if any(pair.values()):
            fields[name] = pair
    return Row(row.number, fields)


def records[M: BaseModel](
    model: type[M], file: str, rows: list[Row]
) -> tuple[list[tuple[int, M]], list[Problem]]:
    """Every valid record with its row number, and every problem of the others."""
    good: list[tuple[int, M]] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            good.append((row.number, model.model_validate(row.fields)))
        except ValidationError as error:
            problems += [
                problem(file, row.number, detail) for detail in error.errors(include_url=False)
            ]
    return good, problems


def problem(file: str, row: int | None, detail: ErrorDetails) -> Problem:
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    field = ".".join(str(part) for part in detail["loc"])
    value = (
        ""
        if detail["type"] == "missing" or isinstance(detail["input"], dict)
        else shorten(detail["input"])
    )
    if detail["type"] == "refused":
        code = context.pop("code")
        return Problem(
            code, file, row, field, value if field else "", numbers=tuple(context.items())
        )
    code = CODES.get(detail["type"], "wrong_type")
    if detail["loc"][-1:] in (("it",), ("en",)) and code == "missing":
        code = "both_languages"
    if detail["type"] == "value_error":
        code = (
            "both_languages"
            if "Text" in str(detail["loc"]) or isinstance(detail["input"], dict)
            else "wrong_type"
        )
    allowed = " ".join(f"{BOUNDS[key]}{limit}" for key, limit in context.items() if key in BOUNDS)
    numbers = (("reason", detail["msg"]),) if code == "wrong_type" else ()
    return Problem(code, file, row, field, value, allowed, numbers)
