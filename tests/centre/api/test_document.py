"""The API keeps to its own document. FUCINA_RENEW=1 writes the document anew."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

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


OPERATIONS = [
    found.ok() for found in schemathesis.openapi.from_dict(document()).get_all_operations()
]


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """As Django's own test client does: a request must not close the connection that holds the test's transaction."""
    ends = (signals.request_started, signals.request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("kept_connection")
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_answers_are_as_the_document_says(caller, operation) -> None:
    """What the document allows, and what it does not, is sent: no answer is of a kind it does not name."""
    operation.schema.app = application = get_wsgi_application()
    headers = {"Authorization": f"Bearer {caller(Role.DIRECTOR).secret}"}

    @settings(
        max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def send(case) -> None:
        case.call_and_validate(
            headers=headers,
            app=application,
            base_url="http://localhost",
            excluded_checks=[
                positive_data_acceptance
            ],  # the domain may refuse what has the right form
        )

    send()
