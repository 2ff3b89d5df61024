import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fucina.cli.study import app
from fucina.study import output
from fucina.study.output import OutputError
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.schema import Study


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def result(example: Study) -> Result:
    return compute(example, draws=200, seed=4)


@pytest.fixture(scope="module")
def written(example: Study, result: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "out"
    output.write(example, result, folder)
    return folder


def test_run_writes_results_tables_and_four_reports(written: Path) -> None:
    files = tree(written)

    names = {Path(name).parts[0] for name in files}
    tables = {Path(name).suffix for name in files if name.startswith("tables/")}

    assert names == {
        "results.json",
        "study.json",
        "tables",
        "model.it.xlsx",
        "model.en.xlsx",
        "report.it.html",
        "report.en.html",
        "report.it.pdf",
        "report.en.pdf",
    }
    assert tables == {".csv", ".parquet"}
    assert all(files.values())


def test_writing_twice_gives_the_same_bytes(
    example: Study, result: Result, written: Path, tmp_path: Path
) -> None:
    output.write(example, result, tmp_path / "again")

    assert tree(tmp_path / "again") == tree(written)


def test_what_was_written_reads_back_equal(example: Study, result: Result, written: Path) -> None:
    study, again = output.load(written)

    assert (study.model_dump(mode="json"), again) == (example.model_dump(mode="json"), result)


def test_every_number_of_the_results_is_finite(written: Path) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    json.loads((written / "results.json").read_text("utf-8"), parse_constant=refuse)


def test_a_directory_of_other_files_is_refused_and_untouched(folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "out" / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("mine", "utf-8")

    done = CliRunner().invoke(
        app, ["run", str(folder), "--out", str(precious.parent), "--draws", "100"]
    )

    assert (done.exit_code, precious.read_text("utf-8"), list(precious.parent.iterdir())) == (
        2,
        "mine",
        [precious],
    )
    assert "not an earlier result; nothing was changed" in done.stderr


def test_an_earlier_result_is_replaced_whole(folder: Path, tmp_path: Path) -> None:
    command = ["run", str(folder), "--out", str(tmp_path / "out"), "--draws", "100"]
    CliRunner().invoke(app, command)
    (tmp_path / "out" / "tables" / "stale.csv").write_text("old", "utf-8")

    done = CliRunner().invoke(app, [*command, "--language", "it"])

    assert done.exit_code == 0, done.stderr
    assert not (tmp_path / "out" / "tables" / "stale.csv").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "study"]
    assert "prima con probabilità" in done.stdout


def test_report_is_made_again_from_a_result(written: Path, tmp_path: Path) -> None:
    before = tree(written)
    (written / "report.it.html").unlink()

    done = CliRunner().invoke(app, ["report", str(written)])

    assert (done.exit_code, tree(written)) == (0, before)


def test_report_of_something_else_is_one_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["report", str(tmp_path)])

    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_load_of_a_spoiled_result_is_refused(written: Path, tmp_path: Path) -> None:
    for name in ("results.json", "study.json"):
        (tmp_path / name).write_text((written / name).read_text("utf-8")[:-200], "utf-8")

    with pytest.raises(OutputError, match="run the study again"):
        output.load(tmp_path)


def test_new_makes_a_study_that_checks_and_refuses_to_overwrite(tmp_path: Path) -> None:
    first = CliRunner().invoke(app, ["new", str(tmp_path / "mine")])
    checked = CliRunner().invoke(app, ["check", str(tmp_path / "mine"), "--language", "en"])
    again = CliRunner().invoke(app, ["new", str(tmp_path / "mine")])

    assert (first.exit_code, checked.exit_code, again.exit_code) == (0, 0, 2)
    assert "no problems" in checked.stdout
    assert "nothing was touched" in again.stderr or "nulla è stato toccato" in again.stderr
