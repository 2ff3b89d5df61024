"""Twenty and more ways to spoil a study folder: each gets one clear message and leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fucina.cli.study import app

Spoil = Callable[[Path], None]


def put(name: str, content: str | bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return spoil


def swap(name: str, old: str, new: str, count: int = 1) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, count), "utf-8")

    return spoil


def drop(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def append(name: str, line: str) -> Spoil:
    return lambda folder: (folder / name).write_text(
        (folder / name).read_text("utf-8") + line, "utf-8"
    )


DURATION = "works,duration,pert,12,14,20,month"

CASES: dict[str, tuple[Spoil, str]] = {
    "no header": (drop("study.toml"), "study.toml: the file is missing"),
    "no figures": (drop("figures/seats.csv"), "figures/seats.csv: the file is missing"),
    "not TOML": (put("criteria.toml", "[[criterion\n"), "criteria.toml: invalid TOML: "),
    "not UTF-8": (
        put("owners.csv", "id,name_it,name_en\nanalyst,Perch\xe9,Why\n".encode("latin-1")),
        "owners.csv: the text is not UTF-8 (byte 32): save it as UTF-8",
    ),
    "wrong unit": (
        swap(
            "figures/seats.csv",
            "north,capacity,fixed,,6000,,m2",
            "north,capacity,fixed,,6000,,acre",
        ),
        "figures/seats.csv, row 2, unit: unit not allowed (value: acre); allowed: m2",
    ),
    "negative area": (
        swap(
            "figures/seats.csv", "north,capacity,fixed,,6000,,m2", "north,capacity,fixed,,-6000,,m2"
        ),
        "figures/seats.csv, row 2, value: the figure runs from -6000 to -6000, out of bounds; allowed: 0 … inf",
    ),
    "Italian decimal comma": (
        swap(
            "figures/parameters.csv",
            "discount-rate,value,fixed,,0.04",
            'discount-rate,value,fixed,,"0,04"',
        ),
        "figures/parameters.csv, row 2, value: not a number (write 1234.5) (value: 0,04)",
    ),
    "not a number at all": (
        swap(
            "figures/parameters.csv",
            "discount-rate,value,fixed,,0.04",
            "discount-rate,value,fixed,,nan",
        ),
        "figures/parameters.csv, row 2, value: not a number (write 1234.5) (value: nan)",
    ),
    "no source": (
        swap(
            "figures/activities.csv", DURATION + ",,assumption,example", DURATION + ",,assumption,"
        ),
        "figures/activities.csv, row 3, source: required field missing",
    ),
    "unknown source": (
        swap(
            "figures/activities.csv",
            DURATION + ",,assumption,example",
            DURATION + ",,assumption,hearsay",
        ),
        "figures/activities.csv, works.duration.source: unknown source (value: hearsay); allowed: example",
    ),
    "unknown kind": (
        swap("figures/activities.csv", DURATION + ",,assumption", DURATION + ",,guess"),
        "figures/activities.csv, row 3, kind: value not allowed (value: guess); "
        "allowed: 'fact', 'derived', 'estimate', 'proxy' or 'assumption'",
    ),
    "range upside down": (
        swap("figures/activities.csv", DURATION, "works,duration,pert,20,14,12,month"),
        "figures/activities.csv, row 3: low ≤ value ≤ high is needed, with low < high (here 20.0, 14.0, 12.0)",
    ),
    "range missing": (
        swap("figures/activities.csv", DURATION, "works,duration,pert,,14,,month"),
        "figures/activities.csv, row 3: a pert figure needs low and high",
    ),
    "amount without price year": (
        swap(
            "figures/machines.csv",
            "printer,price,fixed,,300000,,EUR,2025",
            "printer,price,fixed,,300000,,EUR,",
        ),
        "figures/machines.csv, row 3: an amount in EUR needs its price_year",
    ),
    "circular dependency": (
        swap("activities.toml", "after = []", 'after = ["start"]'),
        "activities.toml, after: circular dependency: agreement → start → works → permits → site → agreement",
    ),
    "quotas over 100 %": (
        swap("figures/stakeholders.csv", "firms,quota,fixed,,0.4", "firms,quota,fixed,,0.7"),
        "figures/stakeholders.csv, quota: the quotas must sum to 1, they sum to 1.3",
    ),
    "duplicate id": (
        append("owners.csv", "analyst,Un altro,Another\n"),
        "owners.csv, row 3, id: duplicate id (already at row 2) (value: analyst)",
    ),
    "figure twice": (
        append(
            "figures/activities.csv",
            "works,duration,fixed,,9,,month,,fact,example,2026-11-01,low,analyst,2027-06-30,,\n",
        ),
        "figures/activities.csv, row 5: the figure appears twice (already at row 3)",
    ),
    "weights on an unknown criterion": (
        swap("stakeholders.toml", '[["access"], ["net-cost"]]', '[["beauty"]]'),
        "stakeholders.toml, city.weights.order: unknown criterion (value: beauty); "
        "allowed: access, net-cost, opening, tenure",
    ),
    "two central strategies": (
        swap("strategies.toml", "minimum = true", "minimum = true\ncentral = true"),
        "strategies.toml, central: exactly one strategy with central = true is needed, there are 2",
    ),
    "column missing": (
        swap("municipalities.csv", ",population_15_64", ""),
        "municipalities.csv, row 1, population_15_64: the column is missing",
    ),
    "row too short": (
        swap("zones.csv", "zone-b,900001,Stazione,45.06,8.02,10", "zone-b,900001,Stazione"),
        "zones.csv, row 3: the row has 3 fields instead of 6",
    ),
    "latitude out of bounds": (
        swap("seats.toml", "lat = 45.03", "lat = 145.03"),
        "seats.toml, row 1, lat: out of bounds (value: 145.03); allowed: ≤90.0",
    ),
    "only one language": (
        swap(
            "criteria.toml",
            'name = { it = "Costo netto", en = "Net cost" }',
            'name = { it = "Costo netto" }',
        ),
        "criteria.toml, row 2, name.en: the text is needed in Italian (it) and English (en)",
    ),
    "excluded without a reason": (
        swap(
            "seats.toml",
            'exclusion = { it = "Già assegnato ad altri.", en = "Already assigned to others." }\n',
            "",
        ),
        "seats.toml, row 3: an excluded seat, and only that, says why (exclusion)",
    ),
    "required figure missing": (
        swap(
            "figures/seats.csv",
            "north,works_factor,fixed,,1.0,,x,,assumption,example,2026-11-01,low,analyst,2027-06-30,,\n",
            "",
        ),
        "figures/seats.csv, north: the required figure “works_factor” is missing; allowed: x",
    ),
    "unknown field": (
        swap("machines.toml", 'service = "transfer"', 'service = "transfer"\ncolour = "red"'),
        "machines.toml, row 1, colour: unknown field (value: red)",
    ),
    "boundaries without polygons": (
        put(
            "boundaries.geojson", '{"type": "FeatureCollection", "features": [{"type": "Feature"}]}'
        ),
        "boundaries.geojson: a GeoJSON FeatureCollection of polygons with istat_code and name is needed",
    ),
    "not a date": (
        swap("study.toml", "as_of = 2026-11-01", 'as_of = "last autumn"'),
        "study.toml, as_of: not a date (write 2026-11-15) (value: last autumn)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_malformed_folder_gets_one_clear_message_and_leaves_nothing(
    folder: Path, tmp_path: Path, case: str
) -> None:
    spoil, expected = CASES[case]
    spoil(folder)
    before = sorted(tmp_path.iterdir())

    result = CliRunner().invoke(
        app, ["run", str(folder), "--out", str(tmp_path / "out"), "--language", "en"]
    )

    lines = result.stderr.splitlines()
    assert (result.exit_code, len(lines)) == (2, 2)
    assert lines[0] == expected if not expected.endswith(": ") else lines[0].startswith(expected)
    assert lines[1] == f"{folder}: one problem, no file written."
    assert sorted(tmp_path.iterdir()) == before


def test_all_problems_are_told_at_once(folder: Path) -> None:
    for case in ("wrong unit", "not UTF-8", "no source", "latitude out of bounds"):
        CASES[case][0](folder)

    result = CliRunner().invoke(app, ["check", str(folder), "--language", "it"])

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "owners.csv: il testo non è UTF-8 (byte 32): salvarlo come UTF-8",
        "seats.toml, riga 1, lat: fuori dai limiti (valore: 145.03); ammessi: ≤90.0",
        "figures/seats.csv, riga 2, unit: unità non ammessa (valore: acre); ammessi: m2",
        "figures/activities.csv, riga 3, source: campo obbligatorio mancante",
        f"{folder}: 4 problemi, nessun file scritto.",
    ]


def test_ten_million_bytes_too_many_are_refused_before_parsing(folder: Path) -> None:
    (folder / "zones.csv").write_bytes(b"x" * 20_000_001)

    result = CliRunner().invoke(app, ["check", str(folder), "--language", "en"])

    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        "zones.csv: the file has 20000001 bytes, more than the 20000000 allowed",
    )


def test_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tmp_path / "nowhere"), "--language", "en"])

    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        f"{tmp_path / 'nowhere'}: the folder does not exist",
    )


def test_a_programme_that_no_seat_can_hold_is_refused_in_words(
    folder: Path, tmp_path: Path
) -> None:
    swap("figures/seats.csv", "north,capacity,fixed,,6000", "north,capacity,fixed,,60")(folder)
    swap("figures/seats.csv", "south,capacity,fixed,,20000", "south,capacity,fixed,,90")(folder)
    before = sorted(tmp_path.iterdir())

    command = ["run", str(folder), "--out", str(tmp_path / "out"), "--language", "en"]
    result = CliRunner().invoke(app, command)

    assert (result.exit_code, sorted(tmp_path.iterdir())) == (2, before)
    assert "no alternative can hold the programme of 2300 m²" in result.stderr


def test_a_single_feasible_alternative_is_the_answer(folder: Path, tmp_path: Path) -> None:
    swap("figures/seats.csv", "south,capacity,fixed,,20000", "south,capacity,fixed,,90")(folder)

    command = [
        "run",
        str(folder),
        "--out",
        str(tmp_path / "out"),
        "--draws",
        "200",
        "--language",
        "en",
    ]
    result = CliRunner().invoke(app, command)

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("North seat: first with probability 100.0% ± 0.00%")
