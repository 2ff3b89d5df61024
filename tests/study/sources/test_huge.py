"""Ten million rows: refused within two seconds and half a gigabyte, whatever they are of."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fucina.study.sources.table import MOST_ROWS

pytestmark = pytest.mark.soak  # ten million rows each, against the clock

ROWS = 10_000_000
SECONDS, MEGABYTES = 2.0, 500
RUN = """
import resource, sys
from fucina.cli.study_import import app
try:
    app(sys.argv[1:])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
SDMX = (
    b"DATAFLOW,FREQ,REF_AREA,DATA_TYPE,ECON_ACTIVITY_NACE_2007,PERS_EMPL_SIZE_CLASS,TIME_PERIOD,OBS_VALUE\n",
    b"X,A,900001,LU,25,TOTAL,2023,1\n",
)
LONG = (b"origin,seat,minutes\n", b"900001,north,6\n")
STOPS = (b"stop_id,stop_name,stop_lat,stop_lon\n", b"1,A,45,8\n")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where large files stand, until these tests are over."""
    folder = tmp_path_factory.mktemp("huge")
    yield folder
    for path in folder.iterdir():
        path.unlink()


def write(path: Path, head: bytes, row: bytes) -> Path:
    block = row * 100_000
    with path.open("wb") as file:
        file.write(head)
        for _ in range(ROWS // 100_000):
            file.write(block)
    return path


def refused(folder: Path, environment: dict[str, str], *arguments: str) -> tuple[str, float, float]:
    """What is said, the CPU seconds and the megabytes it took, the start of Python included."""
    command = [sys.executable, "-c", RUN, *arguments, "--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2, done.stderr
    seconds, megabytes = map(float, done.stdout.split())
    return done.stderr.splitlines()[0], seconds, megabytes


@pytest.fixture
def environment() -> dict[str, str]:
    return dict(os.environ)


def test_ten_million_observations(folder: Path, place: Path, environment: dict[str, str]) -> None:
    path = write(place / "asia.csv", *SDMX)

    said, seconds, megabytes = refused(folder, environment, "local-units", str(folder), str(path))

    assert said == (
        f"asia.csv: more than {MOST_ROWS} rows: download only the municipalities and the year needed"
    )
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (seconds, megabytes)


def test_ten_million_travel_times(folder: Path, place: Path, environment: dict[str, str]) -> None:
    path = write(place / "times.csv", *LONG)

    said, seconds, megabytes = refused(folder, environment, "travel-times", str(folder), str(path))

    assert said.startswith(f"times.csv: more than {MOST_ROWS} rows")
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (seconds, megabytes)


def test_ten_million_stops_in_a_zip(folder: Path, place: Path, environment: dict[str, str]) -> None:
    stops = write(place / "stops.txt", *STOPS)
    path = place / "feed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.write(stops, "stops.txt")

    said, seconds, megabytes = refused(
        folder, environment, "stops", str(folder), str(path), "--municipality", "900001"
    )

    assert said.startswith(f"feed.zip/stops.txt: more than {MOST_ROWS} rows")
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (seconds, megabytes)


def test_one_line_without_an_end(folder: Path, place: Path, environment: dict[str, str]) -> None:
    path = place / "line.csv"
    with path.open("wb") as file:
        file.write(b"origin,seat,minutes\n")
        for _ in range(190):
            file.write(b"a" * 1_000_000)

    said, seconds, megabytes = refused(folder, environment, "travel-times", str(folder), str(path))

    assert said.startswith("line.csv, row 2: invalid CSV")
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (seconds, megabytes)
