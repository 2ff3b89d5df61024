"""Worked examples shared by the tests of the methods."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return DATA


@pytest.fixture(scope="session")
def example() -> Callable[[str], Any]:
    return lambda name: json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
