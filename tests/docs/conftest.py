"""The pages that people read, and what stands in them."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^( *)(`{3,})(\S*)[^\n]*\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A Markdown file, its text apart from its code."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def prose(self) -> str:
        return FENCE.sub("", self.text)

    def blocks(self, language: str) -> list[str]:
        found = FENCE.finditer(self.text)
        return [_dedent(m[4], m[1]) for m in found if m[3] == language]

    def table(self, heading: str) -> list[list[str]]:
        """The rows of every table whose first line reads ``| heading | …``, without that line."""
        rows: list[list[str]] = []
        inside = False
        for line in self.text.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            inside = line.startswith("|") and (inside or cells[0] == heading)
            if inside and cells[0] != heading and not set(line) <= set("|- "):
                rows.append(cells)
        return rows


def _dedent(code: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def pages() -> list[Page]:
    docs = (path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
    return [Page(path) for path in sorted([*ROOT.glob("*.md"), *docs])]


@pytest.fixture(scope="session")
def page(pages: list[Page]) -> dict[str, Page]:
    return {one.name: one for one in pages}
