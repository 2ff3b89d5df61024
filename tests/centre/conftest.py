"""One run of the Torino study, published once; a test that asks for it finds it stored."""

from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models, transaction
from pytest_django.plugin import DjangoDbBlocker

from fucina.centre.people.models import Organisation
from fucina.centre.planning.domain.publish import publish_folder
from fucina.centre.planning.models import Drawing, Folder, Run

TORINO = Path(__file__).parents[2] / "studies/torino"
DRAWS = 200


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
        publish_folder(TORINO, draws=DRAWS)
        rows = {model: list(model.objects.all()) for model in (Run, Drawing, Folder, Organisation)}
        transaction.set_rollback(True)
    return Published(rows, var)


@pytest.fixture
def run(published: Published, db: None, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The published run, stored for this test; its files can be handed out."""
    monkeypatch.setattr(settings, "FUCINA_VAR", published.var)
    for model, rows in published.rows.items():
        model.objects.bulk_create([copy(row) for row in rows])
    return Run.objects.get()
