"""The four commands as they are typed: what they say, and a folder that reads as a study afterwards."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from fucina.cli.study import app
from fucina.study.folder import read

SOURCE = ["--title", "T", "--publisher", "P", "--date", "2026-09-01", "--licence", "CC0"]
LETTERS = ["--title", "Lettere", "--publisher", "Enti"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["local-units", "STUDY", "asia_ul.csv", "--licence", "CC BY 4.0"],
            [
                "3 municipalities, year 2023: local_units 69, employees 748; counted as zero for want of a figure: 0.",
                "Written: sources.csv, datasets.toml, municipalities.csv. The files from before stay beside them, with .bak.",
            ],
        ),
        (
            ["stops", "STUDY", "feed.zip", "--municipality", "900002", "--licence", "CC0"],
            [
                "1 zones with 1 stops, of 4 in the file.",
                "Written: sources.csv, datasets.toml, zones.csv. The files from before stay beside them, with .bak.",
            ],
        ),
        (
            ["travel-times", "STUDY", "times_wide.csv", "--unit", "minutes", *SOURCE],
            [
                "8 times, 1 of them without a way; 2 pairs stay estimated from the straight line.",
                "Written: sources.csv, datasets.toml, travel_times.csv. The files from before stay beside them, with .bak.",
            ],
        ),
        (
            ["travel-times", "STUDY", "--router", "straight-line", "--kind", "estimate", *SOURCE],
            [
                "10 times, 0 of them without a way; 0 pairs stay estimated from the straight line.",
                "Written: sources.csv, datasets.toml, travel_times.csv. The files from before stay beside them, with .bak.",
            ],
        ),
        (
            ["weights", "STUDY", "weights_ranks.csv", "--as", "ranks", *LETTERS],
            [
                "Weights of 2 institutions: city, firms.",
                "Written: sources.csv, stakeholders.toml. The files from before stay beside them, with .bak.",
            ],
        ),
    ],
)  # fmt: skip
def test_an_import_says_what_it_did_and_leaves_a_study(
    folder: Path, data: Path, feed: Path, arguments: list[str], said: list[str]
) -> None:
    typed = [str(data / a) if (data / a).is_file() else a for a in arguments]
    typed[1] = str(folder)

    result = CliRunner().invoke(app, ["import", *typed, "--language", "en"])

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == said
    assert feed.exists()
    read(folder)


def test_the_same_import_again_says_that_nothing_changed(folder: Path, data: Path) -> None:
    typed = [
        "import",
        "weights",
        str(folder),
        str(data / "weights_ranges.csv"),
        "--as",
        "ranges",
        *LETTERS,
    ]
    CliRunner().invoke(app, typed)

    result = CliRunner().invoke(app, [*typed, "--language", "it"])

    assert result.stdout.splitlines() == [
        "Pesi di 1 enti: firms.",
        "La cartella diceva già lo stesso.",
    ]
