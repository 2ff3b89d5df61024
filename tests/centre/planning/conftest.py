"""The study of the template, small and quick: published once a session, with a second run beside it."""

import shutil
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from fucina.study.template import create

DRAWS, SEED, OTHER_SEED = 120, 1, 2


@dataclass(frozen=True)
class Small:
    rows: dict[type[models.Model], list[models.Model]]
    var: Path
    folder: Path


@pytest.fixture(scope="session")
def small_published(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Small:
    var, folder = tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("studies") / "example"
    create(folder)
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(settings, "FUCINA_VAR", var)
        from fucina.centre.people.models import Organisation
        from fucina.centre.planning.domain.publish import publish_folder
        from fucina.centre.planning.models import Drawing, Folder, Run

        publish_folder(folder, draws=DRAWS, seed=OTHER_SEED)
        publish_folder(folder, draws=DRAWS, seed=SEED)
        rows = {model: list(model.objects.all()) for model in (Run, Drawing, Folder, Organisation)}
        transaction.set_rollback(True)
    return Small(rows, var, folder)


@pytest.fixture
def small(
    small_published: Small, db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Small:
    """The runs stored, with files and a folder of this test's own: both may be spoilt."""
    from fucina.centre.planning.models import Folder

    var = shutil.copytree(small_published.var, tmp_path / "var")
    folder = shutil.copytree(small_published.folder, tmp_path / "example")
    monkeypatch.setattr(settings, "FUCINA_VAR", var)
    for model, rows in small_published.rows.items():
        model.objects.bulk_create([copy(row) for row in rows])
    Folder.objects.update(path=str(folder))
    return Small(small_published.rows, var, folder)


@pytest.fixture
def small_run(small: Small) -> models.Model:
    """The published one."""
    from fucina.centre.planning.models import Run

    return Run.objects.get(status="current")


@pytest.fixture
def other_run(small: Small) -> models.Model:
    """An earlier one: the same study with another seed."""
    from fucina.centre.planning.models import Run

    return Run.objects.get(status="superseded")


@pytest.fixture
def analyst(small_centre):
    from fucina.centre.people.enums import Role

    return small_centre.user(Role.ANALYST)


@pytest.fixture
def analysts_client(analyst) -> Client:
    client = Client()
    client.force_login(analyst)
    return client
