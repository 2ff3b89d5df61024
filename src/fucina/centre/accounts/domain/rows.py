"""Rows of the database as plain values, fit for JSON and for a reader."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from fucina.centre.accounts.domain.personal_data import Plain


def plain_rows(found: Iterable[models.Model], *fields: str) -> list[Plain]:
    return [plain_row(one, *fields) for one in found]


def plain_row(one: models.Model, *fields: str) -> dict[str, Plain]:
    return {name: plain(getattr(one, name)) for name in fields}


def plain(value: Any) -> Plain:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
