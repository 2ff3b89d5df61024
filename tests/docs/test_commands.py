"""Commands shown to readers exist, with the options shown."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from fucina.cli import app

SHOWN = re.compile(r"(?:^|[\s`(“«])(fucina (?:study|demo|manage)\b[^`”»|\n)]*)")


@pytest.fixture(scope="module")
def shown(pages) -> list[tuple[str, str]]:
    blocks = [(p.name, line) for p in pages for b in p.blocks("console") for line in b.splitlines()]
    typed = [(name, line.removeprefix("$ ")) for name, line in blocks if line.startswith("$ ")]
    quoted = [(p.name, code) for p in pages for code in re.findall(r"`([^`\n]+)`", p.prose)]
    return typed + quoted


def test_every_fucina_command_exists(shown) -> None:
    commands = [(name, found) for name, line in shown for found in SHOWN.findall(line)]

    wrong = [f"{name}: {line}" for name, line in commands if not is_known(line.split())]

    assert (wrong, len(commands) > 30) == ([], True)


def test_every_make_target_exists(shown, root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))

    named = {found for _, line in shown for found in re.findall(r"(?:^|\s)make ([a-z]+)", line)}

    assert named - targets == set()


def is_known(words: list[str]) -> bool:
    command: Any = typer.main.get_command(app)
    rest = words[1:]
    while rest and rest[0] in getattr(command, "commands", {}):
        command = command.commands[rest.pop(0)]
    if command.name == "manage":  # the rest belongs to Django
        return True
    options = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"--help"}
    given = {word.split("=")[0] for word in rest if word.startswith("--")}
    is_group = hasattr(command, "commands")
    return not rest if is_group else given <= options
