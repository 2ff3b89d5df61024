"""The locks hold every package with version and hashes, and no registry's address."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<marker>[^\\]+))? \\$")


def packages(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in lock.read_text().splitlines():
        if pinned := PINNED.match(line):
            found.setdefault(pinned["name"], set()).add(pinned["version"])
    return found


def test_every_lock_is_there() -> None:
    assert [lock.stem for lock in LOCKS] == ["bench", "demo", "dev", "docs", "uv"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_pins_every_package_with_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^#.*\n", "", lock.read_text()))

    unpinned = [entry for entry in entries if not PINNED.match(entry.splitlines()[0])]
    unhashed = [entry for entry in entries if "--hash=sha256:" not in entry]

    assert (unpinned, unhashed) == ([], [])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_holds_no_address(lock: Path) -> None:
    found = re.findall(r".*(?:://|--(?:extra-)?index|--find-links| @ ).*", lock.read_text())

    assert found == []


@pytest.mark.parametrize("name", ["dev", "docs", "bench"])
def test_lock_agrees_with_the_one_it_stands_on(name: str) -> None:
    demo, other = (
        packages(ROOT / "requirements/demo.txt"),
        packages(ROOT / f"requirements/{name}.txt"),
    )

    differing = {package for package in demo if demo[package] != other.get(package)}

    assert differing == set()


def test_npm_lock_holds_no_address() -> None:
    lock = (ROOT / "frontend/package-lock.json").read_text()

    assert re.findall(r'"resolved".*', lock) == []
