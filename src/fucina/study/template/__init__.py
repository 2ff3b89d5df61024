"""A small complete study to start from: ``fucina study new`` copies it, the tests compute it."""

from importlib import resources
from pathlib import Path

EXAMPLE = resources.files(__package__) / "example"


def create(folder: Path) -> None:
    """Copies the example into ``folder``, which must be empty or not exist.

    Raises FileExistsError, before touching anything, where it holds files.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    (folder / "figures").mkdir(parents=True, exist_ok=True)
    for part, target in ((EXAMPLE, folder), (EXAMPLE / "figures", folder / "figures")):
        for file in part.iterdir():
            if file.is_file():
                (target / file.name).write_bytes(file.read_bytes())
