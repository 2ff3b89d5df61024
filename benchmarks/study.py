"""The whole Torino study from the command line: time, and the same bytes twice."""

import filecmp
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row, timed

ROOT = Path(__file__).resolve().parent.parent
FUCINA = Path(sys.executable).parent / "fucina"


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        outs = [Path(folder) / name for name in ("first", "second")]
        runs = [
            timed([FUCINA, "study", "run", ROOT / "studies/torino", "--out", out]) for out in outs
        ]
        differing = different(*outs)
    return [
        Row(
            "`fucina study run studies/torino`, 10,000 draws, four reports: wall",
            runs[0].wall,
            "s",
            None,
            "20 s was the bar of a first study, of half as many figures and without the kernel of all combinations",
        ),
        Row("the same, CPU of all its processes", runs[0].cpu, "s", 40),
        Row(
            "files that differ between two runs with the same seed",
            len(differing),
            "files",
            0,
            ", ".join(differing),
        ),
    ]


def different(one: Path, other: Path) -> list[str]:
    names = sorted(
        {str(p.relative_to(d)) for d in (one, other) for p in d.rglob("*") if p.is_file()}
    )
    _same, differing, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return differing + missing
