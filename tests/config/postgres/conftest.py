import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fucina.config.postgres import server


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that a server made, now stopped: to be copied."""
    data = tmp_path_factory.mktemp("made") / "postgres"
    with server.running(data, durable=False):
        pass
    return data


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """Where a test's own server keeps its data; nothing of it is left running."""
    folder = tmp_path / "postgres"
    yield folder
    assert not server.is_answering(folder)
    socket_folder = server.socket_folder(folder)
    shutil.rmtree(socket_folder, ignore_errors=True)
