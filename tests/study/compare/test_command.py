"""fucina study compare, as someone calls it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fucina.cli.study import app
from fucina.study.compare import Comparison
from fucina.study.template import create


def command(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The example, and the example where the south seat costs next to nothing and the north one a fortune."""
    root = tmp_path_factory.mktemp("compared")
    create(root / "a")
    shutil.copytree(root / "a", root / "b")
    path = root / "b/figures/seats.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    north = [i for i, row in enumerate(rows) if row.startswith("north,works_factor,")]
    cells = rows[north[0]].split(",")
    rows[north[0]] = ",".join([*cells[:2], "fixed", "", "9", "", *cells[6:]])
    path.write_text("".join(rows), "utf-8")
    return root / "a", root / "b"


def test_equal_folders_end_with_0(folders: tuple[Path, Path]) -> None:
    found = command(folders[0], folders[0], "--draws", 100, "--language", "en")

    assert found.exit_code == 0
    assert "The proposal is the same." in found.stdout
    assert "The studies are the same." in found.stdout


def test_another_proposal_ends_with_1_and_json_is_the_whole_comparison(
    folders: tuple[Path, Path],
) -> None:
    found = command(*folders, "--draws", 200, "--json")

    told = Comparison.model_validate_json(found.stdout)
    assert found.exit_code == 1
    assert (told.before.seat, told.after.seat) == ("north", "south")
    assert told.attribution
    assert [m.id for m in told.attribution.measures] == ["seat_before", "seat_after", "net_cost"]


def test_briefly_leaves_the_why_out(folders: tuple[Path, Path]) -> None:
    found = command(*folders, "--draws", 100, "--briefly", "--language", "it")

    assert "La proposta è un’altra." in found.stdout
    assert "estrazioni comuni" not in found.stdout


def test_a_stored_run_is_compared_with_a_folder(folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = CliRunner().invoke(app, ["run", str(folders[0]), "--draws", "100", "--seed", "9", "--out", str(out)])  # fmt: skip
    assert run.exit_code == 0

    found = command(out, folders[1], "--draws", 100, "--json")

    assert Comparison.model_validate_json(found.stdout).settings == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("it", "non è né un risultato di «fucina study run» né una cartella di studio"),
        ("en", "is neither a result of “fucina study run” nor a study folder"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(
    folders: tuple[Path, Path], tmp_path: Path, language: str, said: str
) -> None:
    found = command(folders[0], tmp_path, "--draws", 100, "--language", language)

    assert found.exit_code == 2
    assert said in found.stderr
    assert "Traceback" not in found.output


def test_a_result_that_cannot_be_read_is_refused(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "results.json").write_text("{", "utf-8")

    found = command(tmp_path, folders[0], "--language", "en")

    assert found.exit_code == 2
    assert "study.json" in found.stderr


def test_two_studies_are_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folders[0], other)
    header = (other / "study.toml").read_text("utf-8")
    (other / "study.toml").write_text(header.replace('id = "example"', 'id = "other"'), "utf-8")

    found = command(folders[0], other, "--draws", 100, "--language", "en")

    assert found.exit_code == 2
    assert "are two different studies" in found.stderr


def test_a_folder_with_a_mistake_says_every_problem(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(folders[0], other)
    (other / "seats.toml").unlink()

    found = command(folders[0], other, "--draws", 100, "--language", "en")

    assert found.exit_code == 2
    assert "seats.toml" in found.stderr
