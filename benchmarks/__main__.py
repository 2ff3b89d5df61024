"""Runs every benchmark and writes docs/reference/performance-figures.md.

make bench                       # all
make bench BENCH="study pages"   # some
"""

import datetime as dt
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks import demo, evaluation, growth, labs, methods, pages, people, study
from benchmarks.measure import Row

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "docs/reference/performance-figures.md"
GROWTH = ROOT / "docs/images/growth.svg"
ALL: dict[str, Callable[[], list[Row]]] = {
    "methods": methods.measure,
    "evaluation": evaluation.measure,
    "study": study.measure,
    "pages": pages.measure,
    "demo": demo.measure,
    "people": people.measure,
    "labs": labs.measure,
}


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in ALL]
    if unknown:
        print(f"unknown benchmark {', '.join(unknown)}; known: {', '.join(ALL)}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in wanted or ALL:
        print(f"{name}…", flush=True)
        rows += ALL[name]()
    for row in rows:
        print(row.line())
    if not wanted:
        growth.draw([*methods.growth(), *evaluation.growth()], GROWTH)
        FIGURES.write_text(page(rows), "utf-8")
        print(f"written: {FIGURES.relative_to(ROOT)}")
    return 0 if all(row.passed for row in rows) else 1


def page(rows: list[Row]) -> str:
    today = dt.datetime.now(dt.UTC).date().isoformat()
    cores = len_cores()
    about = (
        f"Measured on {today}: {platform.system()} {platform.machine()}, {cores} cores, Python "
        f"{platform.python_version()}, NumPy {version('numpy')}, Django {version('django')}. "
        "The machine is shared and noisy: read the figures against their bar, not to the digit."
    )
    head = "| what | measured | bar | |\n|---|---|---|---|\n"
    table = "".join(row.markdown() for row in rows)
    return f"{about}\n\n{head}{table}\n### How each cost grows\n\n![CPU seconds by size](../images/growth.svg)\n"


def len_cores() -> int:
    import os

    return os.cpu_count() or 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
