"""Any spoiled folder is read or refused with problems; it never breaks the program."""

import random
import shutil
from pathlib import Path

import pytest

from fucina.study.folder import read
from fucina.study.problem import StudyError
from fucina.study.template import create

JUNK = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"nan",
    b"-1e999",
    b'"',
    b",,,,",
    b"[[",
    b"= =",
    b"0,5",
    b"\xe2\x80\x99",
    b"2026-02-30",
    b";",
    b"NaN",
    b"[" * 3000,
    b"a." * 300,
    b"9" * 5000,
    b'"' + b"x" * 140_000,
)


def spoil(folder: Path, chance: random.Random) -> None:
    """Deletes, repeats or replaces a few bytes, lines or files."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    for _ in range(chance.randint(1, 3)):
        path = chance.choice(files)
        if path.is_symlink() or path.is_dir():
            continue
        content = path.read_bytes() if path.exists() else b""
        lines = content.splitlines(keepends=True)
        match chance.randrange(20):
            case 0 | 1 | 2:
                path.unlink(missing_ok=True)
            case 3:
                path.unlink(missing_ok=True)
                path.symlink_to(path.name)
            case 4:
                path.unlink(missing_ok=True)
                path.mkdir()
            case 5 | 6 | 7 | 8 if lines:
                lines.pop(chance.randrange(len(lines)))
                path.write_bytes(b"".join(lines))
            case 9 | 10 | 11 | 12 if lines:
                lines.append(chance.choice(lines))
                path.write_bytes(b"".join(lines))
            case _:
                start = chance.randrange(len(content) + 1)
                end = min(start + chance.randint(0, 12), len(content))
                path.write_bytes(content[:start] + chance.choice(JUNK) + content[end:])


def try_one(seed: int, folder: Path) -> list[str]:
    """The sentences a folder spoiled by ``seed`` is refused with; none if it can still be read."""
    shutil.rmtree(folder, ignore_errors=True)
    create(folder)
    spoil(folder, random.Random(seed))  # noqa: S311
    try:
        read(folder)
    except StudyError as error:
        return [
            problem.sentence(language) for problem in error.problems for language in ("it", "en")
        ]
    return []


def check(seeds: range, folder: Path) -> None:
    refused = [sentences for seed in seeds if (sentences := try_one(seed, folder))]

    assert len(refused) > len(seeds) / 2
    assert all(sentence.strip() for sentences in refused for sentence in sentences)


def test_spoiled_folders_are_refused_in_words(tmp_path: Path) -> None:
    check(range(120), tmp_path / "study")


@pytest.mark.soak
def test_thousands_of_spoiled_folders_are_refused_in_words(tmp_path: Path) -> None:
    check(range(1000, 7000), tmp_path / "study")
