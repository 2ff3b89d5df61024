"""The API keeps to its own document. FUCINA_RENEW=1 writes the document anew."""

import json
import os
from pathlib import Path

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from fucina.centre.api.idempotency import HEADER
from fucina.centre.people.enums import Role
from fucina.config.api import api

DOCUMENT = Path(__file__).parents[3] / "docs/reference/openapi.json"


def document() -> dict[str, object]:
    return json.loads(json.dumps(api.get_openapi_schema(), default=str))


def test_document_changes_only_when_it_is_meant_to() -> None:
    text = json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"

    if os.environ.get("FUCINA_RENEW"):
        DOCUMENT.write_text(text, "utf-8")
    assert text == DOCUMENT.read_text("utf-8")


def test_every_write_can_be_repeated_under_a_key() -> None:
    without = [
        f"{method} {path}"
        for path, operations in document()["paths"].items()
        for method, operation in operations.items()
        if method != "get"
        and HEADER not in [parameter["name"] for parameter in operation.get("parameters", [])]
    ]

    assert without == []


@pytest.fixture
def documented(caller):
    schema = schemathesis.openapi.from_dict(document())
    schema.app = get_wsgi_application()
    schema.config.update(headers={"Authorization": f"Bearer {caller(Role.DIRECTOR).secret}"})
    return schema


operations = schemathesis.pytest.from_fixture("documented")


@operations.parametrize()
@settings(
    max_examples=12, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
@pytest.mark.django_db
def test_answers_are_as_the_document_says(case) -> None:
    assert CHECKS
    case.call_and_validate()
