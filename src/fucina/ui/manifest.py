"""Where Vite put the built files of an entry."""

import json
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

DIST = Path(__file__).parent / "static/ui/dist"


class Chunk(TypedDict):
    file: str
    css: NotRequired[list[str]]
    imports: NotRequired[list[str]]


class AssetsMissingError(RuntimeError):
    """The bundle has not been built."""


def entry_files(name: str) -> tuple[list[str], str]:
    """The style sheets of an entry, those of shared chunks first, and its script: paths for ``static``."""
    manifest = _read(_changed())
    chunk = manifest[f"src/{name}.js"]
    return [_address(css) for css in _styles(manifest, chunk)], _address(chunk["file"])


def _styles(manifest: dict[str, Chunk], chunk: Chunk) -> list[str]:
    shared = [css for key in chunk.get("imports", []) for css in _styles(manifest, manifest[key])]
    return list(dict.fromkeys([*shared, *chunk.get("css", [])]))


def _changed() -> int:
    try:
        return (DIST / "manifest.json").stat().st_mtime_ns
    except FileNotFoundError as error:
        raise AssetsMissingError(
            "The front end is not built: run `python scripts/build_assets.py`."
        ) from error


@cache
def _read(_changed_at: int) -> dict[str, Chunk]:
    """Read once per build: a developer's rebuild is seen without a restart."""
    manifest: dict[str, Chunk] = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def _address(file: str) -> str:
    return f"ui/dist/{file}"
