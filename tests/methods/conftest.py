"""Worked examples shared by the tests of the methods."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fucina.methods import compiled

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return DATA


@pytest.fixture(scope="session")
def example() -> Callable[[str], Any]:
    return lambda name: json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["compiled", "plain"])
def either_kernel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The test runs twice: with the kernels that Numba compiles, and with those of plain NumPy."""
    if request.param == "compiled" and not compiled.available():
        pytest.skip("Numba is not installed")
    monkeypatch.setattr(compiled, "ENABLED", request.param == "compiled")
    return str(request.param)
