"""Many ways in which a file can be no good: each gets one clear message, and the folder stays as it was."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from fucina.cli.study_import import app
from fucina.study.sources.fault import FAULTS

HEAD = "DATAFLOW,FREQ,REF_AREA,DATA_TYPE,ECON_ACTIVITY_NACE_2007,PERS_EMPL_SIZE_CLASS,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
GOOD = "".join(f"X,A,90000{n},LU,C,TOTAL,2023,{n},\n" for n in (1, 2, 3))
TIMES = "origin,seat,minutes\n900001,north,6\n"
CITY = "ente,access,opening\n"
EVERY = "ente,access,net-cost,opening,tenure,benefit,passage,openness,breadth\n"
STOPS = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
ASKED = {
    "local-units": ["--licence", "CC BY 4.0"],
    "stops": ["--municipality", "900001", "--title", "T", "--publisher", "P", "--date", "2026-09-01", "--licence", "CC0", "--drop-travel-times"],
    "travel-times": ["--title", "T", "--publisher", "P", "--date", "2026-09-01", "--licence", "CC0"],
    "weights": ["--title", "T", "--publisher", "P", "--date", "2026-12-03"],
}  # fmt: skip


def packed(members: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def book(rows: list[list[object]], merge: str = "") -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Pesi"
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def bomb() -> bytes:
    """A workbook that would become fifty times larger than it says at first sight."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_000)
    return file.getvalue()


Case = tuple[str, str | bytes, list[str], str]
CASES: dict[str, Case] = {
    # The file itself
    "empty file": ("local-units", "", [], "file.csv: there is no row of data"),
    "header alone": ("local-units", HEAD, [], "file.csv: there is no row of data"),
    "latin-1": (
        "local-units",
        (HEAD + GOOD + "X,A,Cirié,LU,C,TOTAL,2023,1,\n").encode("latin-1"),
        [],
        "file.csv, row 5: the text is not UTF-8: open the file and save it as “CSV UTF-8”",
    ),
    "utf-16": (
        "local-units",
        (HEAD + GOOD).encode("utf-16"),
        [],
        "file.csv, row 1: the text is not UTF-8: open the file and save it as “CSV UTF-8”",
    ),
    "zeros": ("local-units", b"REF_AREA,\0\n", [], "file.csv: this is no text: save the sheet as “CSV UTF-8” or XLSX"),
    "another separator": (
        "travel-times",
        TIMES.replace(",", ":"),
        [],
        "file.csv, row 1: there is one column only: its separator is not recognised (value: origin:seat:minutes); "
        "allowed: , ; tab |",
    ),
    "a quotation mark": (
        "travel-times",
        TIMES + '900002,"north,7\n900003,north,8\n',
        [],
        "file.csv, row 3: invalid CSV: a quotation mark is opened and not closed, or misplaced",
    ),
    "a download cut off": (
        "local-units",
        HEAD + GOOD + "X,A,9000",
        [],
        "file.csv, row 5: the row has 3 fields instead of 9; if it is the last, the download was cut off",
    ),
    "a column twice": ("travel-times", "origin,seat,seat\n1,2,3\n", [], "file.csv, row 1, seat: the column appears twice"),
    "old excel": ("weights", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), ["--as", "ranks"], "file.csv: this is a file of Excel 97–2003: save it as XLSX or CSV"),
    "a broken workbook": ("weights", b"PK\x03\x04 broken", ["--as", "ranks"], "file.csv: the workbook cannot be read: open it and save it again as XLSX"),
    "a bomb": (
        "weights",
        bomb(),
        ["--as", "ranks"],
        "file.csv: the file has 20 MB, more than the 12 allowed: download only the municipalities and the year needed",
    ),
    # Local units
    "no value column": (
        "local-units",
        HEAD.replace("OBS_VALUE", "VALORE") + GOOD,
        [],
        "file.csv, row 1, OBS_VALUE: the column is missing (value: DATAFLOW, FREQ, REF_AREA, DATA_TYPE, "
        "ECON_ACTIVITY_NACE_2007, PERS_EMPL_SIZE_CLASS, TIME_PERIOD, VALORE, OBS_STATUS); allowed: OBS_VALUE, VALUE, OSSERVAZIONE",
    ),
    "a municipality merged away": (
        "local-units",
        HEAD + GOOD + "X,A,900099,LU,C,TOTAL,2023,4,\n",
        [],
        "file.csv, row 5, REF_AREA: the municipality is of a province of the study but not in the study: if it was "
        "merged or suppressed, say into which with --merge 900099=CODE; else take it out of the file (value: 900099)",
    ),
    "a merger into nowhere": ("local-units", HEAD + GOOD, ["--merge", "900099=123456"], "--merge: the municipality is not in the study (value: 123456); allowed: 900001, 900002, 900003"),
    "a merger badly written": ("local-units", HEAD + GOOD, ["--merge", "900099>900001"], "--merge: a merger is written OLD=NEW, two codes of six digits (value: 900099>900001); allowed: 001003=001318"),
    "a code that is none": (
        "local-units",
        HEAD + GOOD + "X,A,Torino!,LU,C,TOTAL,2023,4,\n",
        [],
        "file.csv, row 5, REF_AREA: neither an ISTAT code of a municipality nor a NUTS code (value: Torino!); "
        "allowed: 001272, ITC11",
    ),
    "a municipality missing": (
        "local-units",
        HEAD + "".join(GOOD.splitlines(keepends=True)[:2]),
        [],
        "file.csv, REF_AREA: municipalities of the study that are missing: 1; add the files that hold them, or say "
        "--missing-as-zero if they truly have nothing (value: 900003)",
    ),
    "a row twice": ("local-units", HEAD + GOOD + GOOD.splitlines(keepends=True)[0], [], "file.csv, row 5, REF_AREA: appears twice (already at row 2) (value: 900001)"),
    "a further dimension": (
        "local-units",
        HEAD.replace("FREQ", "LEGAL_FORM") + GOOD + GOOD.replace("X,A", "X,B").splitlines(keepends=True)[0],
        [],
        "file.csv, row 5, LEGAL_FORM: several values for one municipality: the column has several codes, download "
        "only one (value: A, B)",
    ),
    "a negative value": ("local-units", HEAD + GOOD.replace("2023,2", "2023,-2"), [], "file.csv, row 3, OBS_VALUE: the value is negative (value: -2); allowed: ≥ 0"),
    "a word for a value": ("local-units", HEAD + GOOD.replace("2023,2", "2023,many"), [], "file.csv, row 3, OBS_VALUE: not a number (value: many); allowed: 1234.5; 1234,5"),
    "a confidential value": (
        "local-units",
        HEAD + GOOD.replace("2023,2,", "2023,,C"),
        [],
        "file.csv, row 3, 900002: the value is missing or confidential: this is no zero; say --missing-as-zero to "
        "count it as zero (value: C)",
    ),
    "an ambiguous value": (
        "local-units",
        (HEAD + GOOD.replace("2023,2", "2023,1.234")).replace(",", ";"),
        [],
        "file.csv, row 3, OBS_VALUE: the number can be read in two ways: say --decimal point or --decimal comma "
        "(value: 1.234)",
    ),
    "quarterly data": ("local-units", HEAD + GOOD.replace("X,A,900002", "X,Q,900002"), [], "file.csv, row 3, FREQ: annual data are needed (A) (value: Q); allowed: A"),
    "a year that is not there": ("local-units", HEAD + GOOD, ["--year", "1999"], "file.csv, --year: no row has the --year asked for (value: 1999); allowed: 2023"),
    "an activity that is not there": ("local-units", HEAD + GOOD, ["--activity", "62"], "file.csv, --activity: no row has the --activity asked for (value: 62); allowed: C"),
    "no file": ("local-units", HEAD + GOOD, ["nowhere.csv"], "nowhere.csv: there is no such file"),
    # Travel times
    "no unit": ("travel-times", "origin,seat,time\n900001,north,6\n", [], "file.csv, row 1, time: the times’ unit is not known: say --unit minutes, seconds or hours; allowed: minutes, seconds, hours"),
    "two units": ("travel-times", TIMES, ["--unit", "hours"], "file.csv, row 1, minutes: the column says one unit and --unit another (value: minutes, --unit hours)"),
    "an unknown unit": ("travel-times", TIMES, ["--unit", "days"], "--unit: value not allowed (value: days); allowed: minutes, seconds, hours"),
    "an unknown origin": (
        "travel-times",
        TIMES + "zone-x,north,7\n",
        [],
        "file.csv, row 3, origin: neither a municipality nor a zone of the study (value: zone-x); allowed: 900001, "
        "900002, 900003, zone-a, zone-b",
    ),
    "an unknown seat": ("travel-times", TIMES + "900002,moon,7\n", [], "file.csv, row 3, seat: not a seat of the study (value: moon); allowed: mill, north, south"),
    "a pair twice": ("travel-times", TIMES + "900001,north,7\n", [], "file.csv, row 3, minutes: appears twice (already at row 2) (value: 900001 – north)"),
    "an empty time": (
        "travel-times",
        TIMES + "900002,north,\n",
        [],
        "file.csv, row 3, minutes: the time is missing: write “unreachable” if there is no way, or say --empty "
        "estimate to have it estimated from the straight line (value: 900002 – north)",
    ),
    "a negative time": ("travel-times", TIMES + "900002,north,-7\n", [], "file.csv, row 3, minutes: the value is negative (value: -7); allowed: 0 … 1440 min"),
    "more than a day": ("travel-times", TIMES + "900002,north,2000\n", [], "file.csv, row 3, minutes: more than a day of travel (value: 2000); allowed: 0 … 1440 min"),
    "seconds as minutes": (
        "travel-times",
        TIMES.replace(",6", ",360"),
        [],
        "file.csv: the median speed would be 0.371 km/h as the crow flies: is the unit right?; allowed: 2 … 200 km/h",
    ),
    "neither file nor router": ("travel-times", TIMES, ["--router", "straight-line"], "--router: a file of times or --router is needed, and only one of the two (value: FILE)"),
    "a formula": ("travel-times", book([["origin", "north"], ["900001", "=6*2"]]), ["--unit", "minutes"], "file.csv [Pesi], row 2, B2: the cell holds a formula: paste its value (value: =6*2)"),
    "an empty sheet": ("travel-times", book([]), ["--unit", "minutes"], "file.csv [Pesi]: there is no row of data"),
    "another sheet": ("travel-times", book([["origin", "north"]]), ["--sheet", "Altro"], "file.csv: there is no such sheet (value: Altro); allowed: Pesi"),
    # Weights
    "merged cells": ("weights", book([["ente", "access", "opening"], ["city", 1, 2]], "B2:C2"), ["--as", "ranks"], "file.csv [Pesi]: there are merged cells: unmerge them, with a value in each cell (value: B2:C2)"),
    "an unknown institution": ("weights", CITY + "Regione,1,2\n", ["--as", "ranks"], "file.csv, row 2, ente: the institution is not in the study (value: Regione); allowed: city, firms"),
    "an institution twice": ("weights", CITY + "city,1,2\nComune,2,1\n", ["--as", "ranks"], "file.csv, row 3, ente: appears twice (already at row 2) (value: Comune)"),
    "an unknown criterion": ("weights", CITY.replace("opening", "beauty") + "city,1,2\n", ["--as", "ranks"], "file.csv, row 1, beauty: unknown column; allowed: access, net-cost, opening, tenure, benefit, passage, openness, breadth"),
    "a rank between ranks": ("weights", CITY + '"city",1.5,2\n', ["--as", "ranks"], "file.csv, row 2, access: a whole number from 1 up is needed (value: 1.5)"),
    "points left empty": ("weights", EVERY + "city,50,50,0,0,0,0,0,\n", ["--as", "points"], "file.csv, row 2, breadth: points are needed for every criterion, 0 included"),
    "no points at all": ("weights", EVERY + "city,0,0,0,0,0,0,0,0\n", ["--as", "points"], "file.csv, row 2, city: the points sum to zero"),
    "a range the wrong way": ("weights", CITY + "city,40-20,10-20\n", ["--as", "ranges"], "file.csv, row 2, access: the least is above the most (value: 40-20)"),
    "half a range": ("weights", "ente,access min,opening\ncity,40,10-20\n", ["--as", "ranges"], "file.csv, row 1, access: the other half of the range is missing"),
    "ranges that cannot be": ("weights", CITY + "city,60-70,50-80\n", ["--as", "ranges"], "file.csv, row 2, city: the least weights sum to 110 %, more than 100"),
    "ranges without room": ("weights", EVERY + "city,50-50,50-50,0-0,0-0,0-0,0-0,0-0,0-0\n", ["--as", "ranges"], "file.csv, row 2, city: the bounds are so tight that no set of weights respects them all: widen them, or say a larger --margin"),
    "shares and percentages": (
        "weights",
        CITY + "city,0.2-0.4,50-80\n",
        ["--as", "ranges"],
        "file.csv, row 2, city: shares and percentages together: write all ranges of the row as 0.1-0.3 or as 10-30",
    ),
    "a date that is none": ("weights", "ente,access,data\ncity,1,31/02/2026\n", ["--as", "ranks"], "file.csv, row 2, data: not a date (write 2026-11-15) (value: 31/02/2026)"),
    "no answer": ("weights", CITY + "city,,\n", ["--as", "ranks"], "file.csv: there is no row of data"),
    "another way": ("weights", CITY + "city,1,2\n", ["--as", "stars"], "--as: value not allowed (value: stars); allowed: points, ranks, ranges"),
    # Stops
    "a zip that is none": ("stops", b"PK\x05", ["file.zip"], "file.zip: not a valid ZIP file"),
    "no stops in the zip": ("stops", packed({"agency.txt": "a,b\n"}), [], "file.csv, stops.txt: the ZIP does not hold the file; allowed: agency.txt"),
    "degrees out of the world": ("stops", STOPS + "1,A,95,8,,\n", [], "file.csv, row 2, stop_lat: degrees from -90 to 90 are needed (value: 95)"),
    "a stop twice": ("stops", STOPS + "1,A,45,8,,\n1,B,45,8,,\n", [], "file.csv, row 3, stop_id: appears twice (already at row 2) (value: 1)"),
    "an unknown station": ("stops", STOPS + "1,A,45,8,0,S\n", [], "file.csv, row 2, parent_station: the parent station is not in the file (value: S)"),
    "a place of no kind": ("stops", STOPS + "1,A,45,8,7,\n2,A,45,8,,\n", [], "file.csv, row 2, location_type: unknown kind of place (value: 7); allowed: 0, 1, 2, 3, 4"),
    "stops elsewhere": ("stops", STOPS + "1,A,40,8,,\n", [], "file.csv: no stop lies inside the municipality (value: 900001)"),
    # The source
    "a date that is no date": ("weights", CITY + "city,1,2\n", ["--as", "ranks", "--date", "soon"], "--date: not a date (write 2026-11-15) (value: soon)"),
    "an id with spaces": ("weights", CITY + "city,1,2\n", ["--as", "ranks", "--source", "My Source"], "sources.csv, id: value not allowed (value: My Source); allowed: istat-asia-2023"),
    "an unknown owner": ("travel-times", TIMES, ["--owner", "nobody"], "owners.csv, --owner: unknown owner (value: nobody); allowed: analyst"),
}  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def run(
    command: str, folder: Path, file: Path, options: list[str], language: str = "en"
) -> list[str]:
    arguments = [command, str(folder), str(file), *ASKED[command], *options, "--language", language]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr.splitlines()


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_gets_one_clear_message(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    command, content, options, said = CASES[name]
    monkeypatch.chdir(tmp_path)
    file = Path("file.zip" if "file.zip" in options else "file.csv")
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = contents(folder)

    lines = run(command, folder, file, [o for o in options if o != "file.zip"])

    assert lines == [
        said.replace("FILE", "file.csv"),
        "Import refused (1): nothing was written, the folder is as it was.",
    ]
    assert contents(folder) == before


def test_every_problem_of_a_file_is_told_at_once_up_to_twenty(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_text(TIMES + "".join(f"nowhere-{n},north,1\n" for n in range(500)), "utf-8")

    lines = run("travel-times", folder, file, [], "it")

    assert len(lines) == 22
    assert lines[0] == (
        "file.csv, riga 3, origin: non è né un comune né una zona dello studio (valore: nowhere-0); ammessi: 900001, "
        "900002, 900003, zone-a, zone-b"
    )
    assert lines[-2:] == [
        "… e altri problemi simili",
        "Importazione rifiutata (20): niente è stato scritto, la cartella è com’era.",
    ]


def test_a_new_dataset_needs_title_publisher_date_and_licence(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_text(TIMES, "utf-8")

    result = CliRunner().invoke(app, ["travel-times", str(folder), str(file), "--language", "en"])

    assert result.stderr.splitlines()[:-1] == [
        f"sources.csv, travel-times: the source is new: --{option} is needed"
        for option in ("title", "publisher", "date", "licence")
    ]


def test_a_study_with_problems_is_refused_with_its_own(folder: Path, tmp_path: Path) -> None:
    (folder / "owners.csv").unlink()
    file = tmp_path / "file.csv"
    file.write_text(TIMES, "utf-8")

    assert run("travel-times", folder, file, [])[0] == "owners.csv: the file is missing"


@pytest.mark.parametrize("code", FAULTS)
def test_both_languages_name_the_same_numbers(code: str) -> None:
    def names(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    assert names(FAULTS[code].it) == names(FAULTS[code].en)
