import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from fucina.config import database
from fucina.config.postgres import server

TEST_DATA = Path(__file__).parents[1] / ".cache" / "test-postgres"


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of the PostgreSQL that tests use: DATABASE_URL, else one that never waits for the disk.

    Parallel test processes share it; the last to end stops it.
    """
    if address := database.url():
        yield address
        return
    with server.running(TEST_DATA, durable=False):
        yield f"postgresql://postgres@/postgres?host={server.socket_folder(TEST_DATA)}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, database_server: str
) -> None:
    """Only a test that needs the database starts it."""
    if not database.url():
        settings.DATABASES["default"]["HOST"] = str(server.socket_folder(TEST_DATA))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a command started by a test finds: nothing of this process's own settings."""
    own = ("FUCINA_", "DJANGO_", "DATABASE_URL", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return kept | {"FUCINA_VAR": str(tmp_path / "var")}
