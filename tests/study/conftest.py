from pathlib import Path

import pytest

from fucina.study.folder import read
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.schema import Study
from fucina.study.template import create

TORINO = Path(__file__).parents[2] / "studies" / "torino"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh copy of the example study."""
    create(tmp_path / "study")
    return tmp_path / "study"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Study:
    path = tmp_path_factory.mktemp("example") / "study"
    create(path)
    return read(path)


@pytest.fixture(scope="session")
def torino() -> Study:
    return read(TORINO)


@pytest.fixture(scope="session")
def torino_result(torino: Study) -> Result:
    return compute(torino, draws=500, seed=7)
