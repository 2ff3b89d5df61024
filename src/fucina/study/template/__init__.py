"""A small complete study to start from: ``fucina study new`` copies it or completes it with what one answers;
the tests compute it."""

from pathlib import Path

from fucina.study.template.compose import compose
from fucina.study.template.draft import EXAMPLE
from fucina.study.template.folder import refuse_occupied, write
from fucina.study.template.plan import Party, Place, Plan


def create(folder: Path) -> None:
    """Copies the example into ``folder``, which must be empty or not exist.

    Raises FileExistsError, before touching anything, where it holds files.
    """
    parts = {"": EXAMPLE, "figures/": EXAMPLE / "figures"}
    files = {
        prefix + file.name: file.read_bytes()
        for prefix, part in parts.items()
        for file in part.iterdir()
        if file.is_file()
    }
    write(folder, files)


def begin(folder: Path, plan: Plan) -> None:
    """Writes a complete study that says what ``plan`` says, and the template's values for all the rest."""
    write(folder, {name: text.encode() for name, text in compose(plan).items()})


__all__ = ["Party", "Place", "Plan", "begin", "create", "refuse_occupied"]
