"""What the tutorial shows is what a reader will see."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fucina.cli import app

CAPACITY = ("north,capacity,fixed,,6000,,m2", "north,capacity,fixed,,6000,,acre")
TENURE = ("south,tenure,uniform,3,5,7", "south,tenure,uniform,7,5,3")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FUCINA_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def test_first_study_shows_real_output(page, here: Path) -> None:
    shown = commands(page["docs/tutorial/first-study.md"])
    old, new = page["docs/tutorial/first-study.md"].blocks("text")[:2]
    figures = here / "my-centre/figures/seats.csv"

    created = [output(line) for line, _ in shown[:3]]
    change(figures, (old, new))
    changed = output(shown[3][0])
    change(figures, CAPACITY, TENURE)
    refused = output(shown[4][0])

    assert [*created, changed, refused] == [expected for _, expected in shown[:5]]


def test_the_italian_tour_shows_real_output(page, here: Path) -> None:
    shown = commands(page["docs/it/index.md"])

    assert [output(line) for line, _ in shown] == [expected for _, expected in shown]


def commands(page) -> list[tuple[str, str]]:
    """Every ``fucina study`` command of a page, with the output shown under it."""
    blocks = [block.split("\n", 1) for block in page.blocks("console")]
    typed = [(line.removeprefix("$ "), rest.strip()) for line, rest in blocks]
    return [(line, rest) for line, rest in typed if line.startswith("fucina study")]


def output(line: str) -> str:
    """What a command prints on a terminal: without the progress bar, which goes away."""
    result = CliRunner().invoke(app, line.split()[1:])
    return re.sub(r"\s*\x1b\[[0-9;?]*[A-Za-z]", "", result.output).strip()


def change(path: Path, *swaps: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in swaps:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
