"""A kept connection is used again without a question, unless its server has gone."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import DEFAULT_DB_ALIAS, close_old_connections, connection, connections
from tests.race.served import address

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept() -> Iterator[int]:
    """The server's number of a connection that outlives a request."""
    connection.settings_dict["CONN_MAX_AGE"] = 600
    connection.close()
    yield number()
    connection.settings_dict["CONN_MAX_AGE"] = 0
    connection.close()


def number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_connection_that_is_there_is_not_asked(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    backend = type(connections[DEFAULT_DB_ALIAS])
    monkeypatch.setattr(backend, "is_usable", lambda self: bool(asked.append(1)) or True)

    close_old_connections()  # as between two requests

    assert number() == kept
    assert asked == []


def test_connection_whose_server_has_gone_is_made_anew(kept: int) -> None:
    with psycopg.connect(address(), autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [kept])

    close_old_connections()

    assert number() != kept


def test_connection_closed_on_this_side_is_made_anew(kept: int) -> None:
    connection.connection.close()

    close_old_connections()

    assert number() != kept
