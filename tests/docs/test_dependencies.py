"""A dependency is a decision: each has a licence and a note that gives its reason."""

import json
import re
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def direct(root: Path) -> set[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    front_end = json.loads((root / "frontend/package.json").read_text("utf-8"))
    lists = [
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
    ]
    wanted = [one for several in lists for one in several if isinstance(one, str)]
    names = {re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower() for requirement in wanted}
    return names | front_end["dependencies"].keys() | front_end["devDependencies"].keys()


@pytest.fixture(scope="module")
def listed(page) -> dict[str, list[str]]:
    return {row[0]: row for row in page["docs/decisions/index.md"].table("package")}


def test_the_list_holds_every_direct_dependency_and_nothing_else(direct, listed) -> None:
    assert sorted(listed) == sorted(direct)


def test_each_has_a_licence_and_a_reason(listed) -> None:
    bare = [name for name, (_, licence, reason, _) in listed.items() if not licence or not reason]

    assert bare == []


def test_the_note_of_each_names_it(listed, page) -> None:
    silent = []
    for name, row in listed.items():
        note = page["docs/decisions/" + re.search(r"\(([^)]+)\)", row[3])[1]]
        if f"`{name}`" not in note.text:
            silent.append(f"{note.name} does not name `{name}`")

    assert silent == []


def test_each_note_says_what_was_rejected_and_what_follows(pages) -> None:
    parts = ["**Context.**", "**Decision.**", "**Rejected.**", "**Consequences.**"]
    notes = [page for page in pages if re.match(r"docs/decisions/\d", page.name)]

    found = {note.name: re.findall(r"^\*\*\w+\.\*\*", note.text, re.MULTILINE) for note in notes}

    assert found == {note.name: parts for note in notes}
