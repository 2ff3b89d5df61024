"""More than a hundred ways to spoil a study folder: each gets one clear message and leaves nothing behind.

What one change of a file's text does stands in ``folder/malformed.toml``; what must be made by a program, here.
"""

import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fucina.cli.study import app
from fucina.study.folder import read
from fucina.study.problem import StudyError
from fucina.study.template import create

CASES = tomllib.loads((Path(__file__).parent / "folder" / "malformed.toml").read_text("utf-8"))
SECONDS = 2.0
MEGABYTES = 500
NOBODY = 65534


def spoil(folder: Path, case: dict[str, Any]) -> None:
    path = folder / case["file"]
    if case.get("delete"):
        path.unlink()
    elif "content" in case:
        path.write_text(said(case, "content"), "utf-8")
    elif "append" in case:
        path.write_text(path.read_text("utf-8") + case["append"], "utf-8")
    else:
        swap(path, case["old"], said(case, "new"))
        for also in case.get("also", []):
            swap(folder / also["file"], also["old"], also["new"])


def said(case: dict[str, Any], key: str) -> str:
    text: str = case[key]
    return text.replace("§", case["of"] * case["times"]) if "times" in case else text


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def refused(folder: Path, language: str = "en") -> list[str]:
    result = CliRunner().invoke(app, ["check", str(folder), "--language", language])
    assert result.exit_code == 2, result.output
    return result.stderr.splitlines()


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_malformed_folder_gets_one_clear_message_and_leaves_nothing(
    folder: Path, tmp_path: Path, case: dict[str, Any]
) -> None:
    spoil(folder, case)
    before = sorted(tmp_path.rglob("*"))

    start = time.process_time()
    italian = refused(folder, "it")
    used = time.process_time() - start
    english = CliRunner().invoke(
        app, ["run", str(folder), "--out", str(tmp_path / "out"), "--language", "en"]
    )

    assert italian == [case["it"], f"{folder}: un problema, nessun file scritto."]
    assert english.exit_code == 2
    assert english.stderr.splitlines() == [
        case["en"],
        f"{folder}: one problem, no file written.",
    ]
    assert sorted(tmp_path.rglob("*")) == before
    assert used < SECONDS


def test_there_are_more_than_a_hundred_cases_each_with_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES["case"]]

    assert len(set(names)) == len(names) >= 100


def test_all_problems_are_told_at_once(folder: Path) -> None:
    by_name = {case["name"]: case for case in CASES["case"]}
    for name in ("semicolons instead of commas", "wrong unit", "no source"):
        spoil(folder, by_name[name])
    swap(folder / "seats.toml", "lat = 45.03", "lat = 145.03")

    found = refused(folder, "it")

    assert found == [
        "owners.csv, riga 1: le colonne sono separate da punti e virgola: salvare il CSV con le virgole",
        "seats.toml, riga 1, lat: fuori dai limiti (valore: 145.03); ammessi: ≤90.0",
        "figures/seats.csv, riga 2, unit: unità non ammessa (valore: acre); ammessi: m2",
        "figures/activities.csv, riga 3, source: campo obbligatorio mancante",
        f"{folder}: 4 problemi, nessun file scritto.",
    ]


def test_more_problems_than_anyone_reads_are_cut_short(folder: Path) -> None:
    row = "zone-{0},900001,Zona,45,8,-1\n"
    path = folder / "zones.csv"
    path.write_text(path.read_text("utf-8") + "".join(row.format(i) for i in range(500)), "utf-8")

    found = refused(folder)

    assert len(found) == 102
    assert found[-2] == "zones.csv: further problems in the same file: correct these 100 first"


# Bytes and files that no text editor writes.


def a_list_in_latin_1(folder: Path) -> None:
    (folder / "owners.csv").write_bytes(
        "id,name_it,name_en\nanalyst,Perchè,Why\n".encode("latin-1")
    )


def a_table_in_utf_16(folder: Path) -> None:
    path = folder / "owners.csv"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def a_null_in_a_table(folder: Path) -> None:
    swap(folder / "owners.csv", "Analista", "Anal\0ista")


def a_null_in_records(folder: Path) -> None:
    swap(folder / "study.toml", "example", "exa\0mple")


def a_link_to_itself(folder: Path) -> None:
    (folder / "risks.toml").unlink()
    (folder / "risks.toml").symlink_to("risks.toml")


def an_optional_link_to_itself(folder: Path) -> None:
    (folder / "gates.toml").unlink()
    (folder / "gates.toml").symlink_to("gates.toml")


def a_link_to_nothing(folder: Path) -> None:
    (folder / "gates.toml").unlink()
    (folder / "gates.toml").symlink_to("elsewhere.toml")


def a_folder_for_a_file(folder: Path) -> None:
    (folder / "risks.toml").unlink()
    (folder / "risks.toml").mkdir()


def a_pipe_for_a_file(folder: Path) -> None:
    (folder / "risks.toml").unlink()
    os.mkfifo(folder / "risks.toml")


ODD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "latin-1": (
        a_list_in_latin_1,
        "owners.csv: il testo non è UTF-8 (byte 32): salvarlo come UTF-8",
        "owners.csv: the text is not UTF-8 (byte 32): save it as UTF-8",
    ),
    "UTF-16": (
        a_table_in_utf_16,
        "owners.csv: il testo non è UTF-8 (byte 0): salvarlo come UTF-8",
        "owners.csv: the text is not UTF-8 (byte 0): save it as UTF-8",
    ),
    "null in a table": (
        a_null_in_a_table,
        "owners.csv: il carattere 32 è nullo: salvare il file come testo UTF-8",
        "owners.csv: character 32 is null: save the file as UTF-8 text",
    ),
    "null in records": (
        a_null_in_records,
        "study.toml: il carattere 112 è nullo: salvare il file come testo UTF-8",
        "study.toml: character 112 is null: save the file as UTF-8 text",
    ),
    "link to itself": (
        a_link_to_itself,
        "risks.toml: il collegamento rimanda a sé stesso",
        "risks.toml: the link leads back to itself",
    ),
    "optional link to itself": (
        an_optional_link_to_itself,
        "gates.toml: il collegamento rimanda a sé stesso",
        "gates.toml: the link leads back to itself",
    ),
    "link to nothing": (
        a_link_to_nothing,
        "gates.toml: il file manca",
        "gates.toml: the file is missing",
    ),
    "folder for a file": (
        a_folder_for_a_file,
        "risks.toml: non è un file",
        "risks.toml: this is not a file",
    ),
    "pipe for a file": (
        a_pipe_for_a_file,
        "risks.toml: non è un file",
        "risks.toml: this is not a file",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_files_get_one_clear_message(folder: Path, name: str) -> None:
    make, italian, english = ODD[name]
    make(folder)

    found = {language: refused(folder, language) for language in ("it", "en")}

    assert found == {
        "it": [italian, f"{folder}: un problema, nessun file scritto."],
        "en": [english, f"{folder}: one problem, no file written."],
    }


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_problem(folder: Path) -> None:
    plain = read(folder)
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    marked = read(folder)

    assert marked == plain


@pytest.mark.parametrize("link", ["loop", "nowhere", "file"])
def test_what_is_no_folder_is_one_sentence(tmp_path: Path, link: str) -> None:
    path = tmp_path / link
    if link == "loop":
        path.symlink_to(path)
    elif link == "file":
        path.write_text("no folder")

    found = refused(path)

    what = "the folder does not exist" if link == "nowhere" else "this is not a folder"
    assert found[0] == f"{path}: {what}"


def test_an_attack_of_the_parser_of_records_is_refused_before_parsing(folder: Path) -> None:
    """A hundred thousand dotted keys cost that parser forty seconds and ten gigabytes."""
    for text in ("a." * 50_000 + "b = 1", "[" + "a." * 50_000 + "b]", "x = {" + '"a" . ' * 50_000):
        (folder / "risks.toml").write_text(text)
        assert refused(folder)[0] == "risks.toml: lists, tables or keys are nested too deep"


def test_dots_in_a_text_are_no_keys(folder: Path) -> None:
    dots = "www." + "a." * 40 + "org"
    swap(folder / "risks.toml", "Progetto immaturo.", dots)
    swap(folder / "risks.toml", "[[risk]]", f"# {dots}\n[[risk]]")

    assert read(folder).risks[0].cause.it == dots


def test_a_chain_of_thousands_of_activities_is_followed(folder: Path) -> None:
    one = (
        '[[activity]]\nid = "a{0}"\nname = {{ it = "A", en = "A" }}\ndescription = {{ it = "A", en = "A" }}\n'
        'after = ["a{1}"]\nsource = "example"\n'
    )
    count = 2000
    (folder / "activities.toml").write_text(
        "".join(one.format(i, (i + 1) % count) for i in range(count))
    )
    (folder / "gates.toml").unlink()
    path = folder / "figures" / "activities.csv"
    head = path.read_text("utf-8").splitlines()[0]
    row = "a{0},duration,fixed,,1,,month,,assumption,example,2026-11-01,low,analyst,2027-06-30,,\n"
    path.write_text(head + "\n" + "".join(row.format(i) for i in range(count)))

    found = refused(folder)

    assert len(found) == 2
    assert found[0].startswith("activities.toml, after: circular dependency: a0 → a1 → a2 → ")


# Files so large that reading them would be the harm. Each is refused by a process of its own, which is measured.


@dataclass(frozen=True)
class Measured:
    status: int
    lines: list[str]
    seconds: float
    megabytes: float


CHECK = """
import encodings.utf_8_sig, os, pathlib, re, resource, sys
import fucina.study.folder
from fucina.cli.study import app
def megabytes():  # the kernel's ru_maxrss also counts what the test process had before this program began
    status = pathlib.Path("/proc/self/status")
    if not status.exists():
        return use.ru_maxrss / 1000
    return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) * 1.024 / 1000
if len(sys.argv) > 2:
    os.setuid(int(sys.argv[2]))
begun = resource.getrusage(resource.RUSAGE_SELF)  # the imports take a second of their own
try:
    app(["check", sys.argv[1], "--language", "en"])
finally:
    use = resource.getrusage(resource.RUSAGE_SELF)
    seconds = use.ru_utime + use.ru_stime - begun.ru_utime - begun.ru_stime
    print(seconds, megabytes(), file=sys.stderr)
"""


def measured(folder: Path, user: int | None = None) -> Measured:
    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(folder), *([] if user is None else [str(user)])],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    *lines, use = done.stderr.splitlines()
    seconds, megabytes = map(float, use.split())
    return Measured(done.returncode, lines, seconds, megabytes)


def header(path: Path) -> str:
    return path.read_text("utf-8").splitlines()[0] + "\n"


def ten_million_rows(folder: Path) -> str:
    """Written without its bytes: a file may be larger than what it takes on the disk."""
    path = folder / "zones.csv"
    row = len(b"zone-0000001,900001,Centro,45.045,8.0,30\n")
    with path.open("ab") as file:
        file.truncate(row * 10_000_000)
    return "zones.csv: the file has 410000000 bytes, more than the 20000000 allowed"


def twenty_thousand_owners_too_many(folder: Path) -> str:
    path = folder / "owners.csv"
    rows = (f"owner-{i},Nome,Name\n" for i in range(20_000))
    path.write_text(path.read_text("utf-8") + "".join(rows), "utf-8")
    return "owners.csv, row 20002: more than 20000 rows"


def too_many_zones(folder: Path) -> str:
    path = folder / "zones.csv"
    path.write_text(
        header(path) + "".join(f"z{i},900001,Zona,45,8,1\n" for i in range(200_001)), "utf-8"
    )
    return "zones.csv, row 200002: more than 200000 rows"


def travel_times_from_nowhere(folder: Path) -> str:
    path = folder / "travel_times.csv"
    rows = (f"900001,north-{i},6\n" for i in range(100_000))
    path.write_text(header(path) + "".join(rows), "utf-8")
    return (
        "travel_times.csv, 900001.seat: unknown seat (value: north-0); allowed: mill, north, south"
    )


def a_row_of_twenty_million_cells(folder: Path) -> str:
    path = folder / "zones.csv"
    path.write_text(header(path) + "," * 19_900_000, "utf-8")
    return "zones.csv, row 2: the row has 19900001 fields instead of 6"


def a_header_of_millions_of_columns(folder: Path) -> str:
    (folder / "zones.csv").write_text("id,istat_code,name,lat,lon,stops" + ",x" * 9_000_000)
    return "zones.csv, row 1, x: unknown column; allowed: id, istat_code, name, lat, lon, stops"


def a_map_of_millions_of_lists(folder: Path) -> str:
    (folder / "boundaries.geojson").write_text("[" + "[]," * 3_300_000 + "[]]")
    return (
        "boundaries.geojson: a GeoJSON FeatureCollection of polygons in degrees, with istat_code and "
        "name, is needed"
    )


def records_without_anything(folder: Path) -> str:
    (folder / "seats.toml").write_text("[[seat]]\n" * 200_000)
    return "seats.toml, row 1, id: required field missing"


def records_in_a_file_too_large(folder: Path) -> str:
    with (folder / "seats.toml").open("ab") as file:
        file.truncate(2_000_001)
    return "seats.toml: the file has 2000001 bytes, more than the 2000000 allowed"


def too_much_together(folder: Path) -> str:
    for name in ("zones.csv", "municipalities.csv", "travel_times.csv"):
        with (folder / name).open("ab") as file:
            file.truncate(19_000_000)
    total = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    return (
        f"{folder}: the study’s files have {total} bytes together, more than the 40000000 allowed"
    )


BIG = (
    ten_million_rows,
    twenty_thousand_owners_too_many,
    too_many_zones,
    travel_times_from_nowhere,
    a_row_of_twenty_million_cells,
    a_header_of_millions_of_columns,
    a_map_of_millions_of_lists,
    records_without_anything,
    records_in_a_file_too_large,
    too_much_together,
)


@pytest.mark.parametrize("make", BIG, ids=lambda make: make.__name__)
def test_large_files_are_refused_in_two_seconds_and_half_a_gigabyte(
    folder: Path, make: Callable[[Path], str]
) -> None:
    expected = make(folder)

    found = measured(folder)
    spent = [found.seconds]
    while spent[-1] >= SECONDS and len(spent) < 3:  # a busy machine is slow, not wrong
        spent.append(measured(folder).seconds)

    assert (found.status, found.lines[0]) == (2, expected)
    assert min(spent) < SECONDS, spent
    assert found.megabytes < MEGABYTES, found


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A study that every user of this machine can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        create(Path(name) / "study")
        yield Path(name) / "study"


@pytest.mark.parametrize("name", ["risks.toml", "figures/seats.csv", "gates.toml"])
def test_a_file_without_permission_is_one_sentence(open_folder: Path, name: str) -> None:
    (open_folder / name).chmod(0o000)

    found = measured(open_folder, NOBODY if os.geteuid() == 0 else None)

    assert (found.status, found.lines[0]) == (
        2,
        f"{name}: there is no permission to read the file",
    )
    assert len(found.lines) == 2


def test_a_folder_without_permission_is_one_sentence(open_folder: Path) -> None:
    open_folder.chmod(0o000)

    found = measured(open_folder, NOBODY if os.geteuid() == 0 else None)

    assert found.lines[0] == f"{open_folder}: there is no permission to read the file"


def test_a_programme_that_no_seat_can_hold_is_refused_in_words(
    folder: Path, tmp_path: Path
) -> None:
    seats = folder / "figures" / "seats.csv"
    swap(seats, "north,capacity,fixed,,6000", "north,capacity,fixed,,60")
    swap(seats, "south,capacity,fixed,,20000", "south,capacity,fixed,,90")
    before = sorted(tmp_path.iterdir())

    command = ["run", str(folder), "--out", str(tmp_path / "out"), "--language", "en"]
    result = CliRunner().invoke(app, command)

    assert (result.exit_code, sorted(tmp_path.iterdir())) == (2, before)
    assert "no alternative can hold the programme of 2700 m²" in result.stderr


def test_a_single_feasible_alternative_is_the_answer(folder: Path, tmp_path: Path) -> None:
    swap(
        folder / "figures" / "seats.csv", "south,capacity,fixed,,20000", "south,capacity,fixed,,90"
    )

    out = ["--out", str(tmp_path / "out"), "--draws", "200", "--language", "en"]
    result = CliRunner().invoke(app, ["run", str(folder), *out])

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("North seat: first with probability 100.0% ± 0.00%")


def test_reading_gives_every_problem_to_a_program_too(folder: Path) -> None:
    (folder / "study.toml").unlink()

    with pytest.raises(StudyError) as caught:
        read(folder)

    assert [p.code for p in caught.value.problems] == ["file_missing"]
