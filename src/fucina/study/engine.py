"""Which program computed a result: its version, and a mark of its very source."""

import hashlib
from functools import cache
from pathlib import Path

import fucina

FLOORS = ("methods", "documents", "study")
SUFFIXES = (".py", ".toml", ".typ", ".j2", ".css")
MARK = 8


@cache
def engine() -> str:
    """The version and a hash of the source that results depend on: ``0.1.0+3f9c2a1b``.

    A result of another engine is not taken for current, even where nobody thought of a new version.
    """
    root = Path(fucina.__file__).parent
    digest = hashlib.sha256()
    files = (p for floor in FLOORS for p in (root / floor).rglob("*") if p.suffix in SUFFIXES)
    for path in sorted(files):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return f"{fucina.__version__}+{digest.hexdigest()[:MARK]}"
