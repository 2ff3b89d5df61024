import os
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from _pytest.nodeid import coerce_node_id
from django.conf import settings
from django.db import models, transaction
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from quick_database import emptied, migrated

from fucina.config import database
from fucina.config.postgres import server

pytest_plugins = ["small_centre"]
os.environ["LC_ALL"] = (
    "C.UTF-8"  # what is not asked for in Italian is said in English, on any machine
)
for name in ("no_proxy", "NO_PROXY"):
    os.environ[name] = "localhost,127.0.0.1"
# Busy machines are slow, not wrong. The same examples each time; `make soak` looks for new ones.
hypothesis.settings.register_profile("fucina", deadline=None, derandomize=True)
hypothesis.settings.register_profile("soak", deadline=None)
hypothesis.settings.load_profile(os.environ.get("FUCINA_HYPOTHESIS", "fucina"))
TORINO = Path(__file__).parents[1] / "studies/torino"
DRAWS = 200
TOGETHER = ("study/workbook", "planning/domain/test_publish")
"""Their fixtures take longer than their tests: not to be made in every process."""
TEST_DATA = (
    Path(__file__).parents[1] / ".cache" / os.environ.get("FUCINA_TEST_POSTGRES", "test-postgres")
)
"""Two test sessions beside each other need a server each: FUCINA_TEST_POSTGRES names the second one's folder."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of a group run in one process. pytest-xdist 3.8 writes the group where pytest 9.2 no longer looks for it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        group = mark.args[0] if mark else next((one for one in TOGETHER if one in item.nodeid), "")
        if group and "@" not in item.nodeid:
            item._id = coerce_node_id(f"{item.nodeid}@{group}")


@pytest.fixture(autouse=True)
def own_language() -> None:
    """A request of an earlier test leaves its language behind in this thread."""
    translation.deactivate()


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
    if database.url():
        return
    settings.DATABASES["default"]["HOST"] = str(server.socket_folder(TEST_DATA))
    settings.DATABASES["default"]["TEST"]["TEMPLATE"] = migrated(database_server, TEST_DATA.parent)
    TransactionTestCase._fixture_teardown = lambda self: emptied()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a command started by a test finds: nothing of this process's own settings."""
    own = ("FUCINA_", "DJANGO_", "DATABASE_URL", "PYTEST_", "FORCE_COLOR", "TTY_COMPATIBLE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return kept | {"FUCINA_VAR": str(tmp_path / "var")}


@dataclass(frozen=True)
class Published:
    """What publishing left in the database, in an order in which it can be put back, and its files."""

    rows: dict[type[models.Model], list[models.Model]]
    var: Path


@pytest.fixture(scope="session")
def published(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Published:
    var = tmp_path_factory.mktemp("var")
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(settings, "FUCINA_VAR", var)
        from fucina.centre.people.models import Organisation
        from fucina.centre.planning.domain.publish import publish_folder
        from fucina.centre.planning.models import Drawing, Folder, Run

        publish_folder(TORINO, draws=DRAWS)
        rows = {model: list(model.objects.all()) for model in (Run, Drawing, Folder, Organisation)}
        transaction.set_rollback(True)
    return Published(rows, var)


@pytest.fixture
def run(published: Published, db: None, monkeypatch: pytest.MonkeyPatch) -> models.Model:
    """One run of the Torino study, published once a session and stored for this test; its files can be handed out."""
    monkeypatch.setattr(settings, "FUCINA_VAR", published.var)
    for model, rows in published.rows.items():
        model.objects.bulk_create([copy(row) for row in rows])
    from fucina.centre.planning.models import Run

    return Run.objects.get()
