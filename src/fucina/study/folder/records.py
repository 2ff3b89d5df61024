"""Rows into records: validated one by one, so that every wrong field of every row is named."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fucina.documents.text import Text
from fucina.study.folder.files import Row
from fucina.study.folder.limits import LIMIT_ITEMS, LIMIT_PROBLEMS, first, too_long
from fucina.study.problem import Problem, shorten
from fucina.study.schema.record import Named

ID_PATTERN = Named.model_json_schema()["properties"]["id"]["pattern"]
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
    "unexpected_keyword_argument": "extra_forbidden",
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


def fold_texts(model: type[BaseModel], rows: list[Row]) -> list[Row]:
    """``note_it`` and ``note_en`` of a CSV row become the one field ``note``."""
    for name in text_fields(model):
        for row in rows:
            it, en = row.fields.pop(f"{name}_it", ""), row.fields.pop(f"{name}_en", "")
            if it or en:
                row.fields[name] = {"it": it, "en": en}
    return rows


def records[M: BaseModel](
    model: type[M], file: str, rows: list[Row]
) -> tuple[list[tuple[int, M]], list[Problem]]:
    """Every valid record with its row number, and every problem of the others."""
    good: list[tuple[int, M]] = []
    problems: list[Problem] = []
    for row in rows:
        if len(problems) > LIMIT_PROBLEMS:
            break
        record, wrong = validated(model, file, row.number, row.fields)
        problems += wrong
        if record is not None:
            good.append((row.number, record))
    return good, first(problems)


def validated[M: BaseModel](
    model: type[M], file: str, row: int | None, fields: dict[str, Any]
) -> tuple[M | None, list[Problem]]:
    """The record, or nothing and what is wrong with it."""
    if (name := too_long(fields)) is not None:
        numbers = (("limit", LIMIT_ITEMS),)
        return None, [Problem("list_too_long", file, row, name, numbers=numbers)]
    try:
        return model.model_validate(fields), []
    except ValidationError as error:
        return None, [problem(file, row, detail) for detail in error.errors(include_url=False)]


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
    if context.get("pattern") == ID_PATTERN:
        code = "id_form"
        context.clear()
    if code == "choice":
        context["expected"] = str(context["expected"]).replace("' or '", "', '").replace("'", "")
    allowed = " ".join(f"{BOUNDS[key]}{limit}" for key, limit in context.items() if key in BOUNDS)
    numbers = (("reason", detail["msg"]),) if code == "wrong_type" else ()
    return Problem(code, file, row, field, value, allowed, numbers)
