import shutil
from pathlib import Path

import pytest
from django.conf import settings

from fucina.centre.people.models import Organisation
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.publish import publish_folder
from fucina.centre.planning.domain.refresh import refresh_folder, refresh_folders
from fucina.centre.planning.models import Drawing, Folder, Run
from fucina.study.problem import StudyError

TORINO = Path(__file__).parents[4] / "studies/torino"
DRAWS = 20


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Path:
    monkeypatch.setattr(settings, "FUCINA_VAR", tmp_path / "var")
    return Path(shutil.copytree(TORINO, tmp_path / "torino"))


def change(folder: Path) -> None:
    header = folder / "study.toml"
    header.write_text(header.read_text("utf-8") + "\n# changed\n", "utf-8")


def test_publishing_stores_run_charts_parties_and_files(folder: Path) -> None:
    told: list[float] = []

    run = publish_folder(folder, draws=DRAWS, progress=lambda share, _step: told.append(share))

    drawn = Drawing.objects.filter(run=run)
    assert drawn.count() == 4 * drawn.values("name").distinct().count() > 0
    assert set(queries.output_files(run)) >= {
        "results.json",
        "study.json",
        "report.it.pdf",
        "report.en.html",
    }
    assert set(Organisation.objects.values_list("key", flat=True)) == {
        stakeholder["id"] for stakeholder in run.study_data["stakeholders"]
    }
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_publishing_the_same_again_gives_the_same_run(folder: Path) -> None:
    first = publish_folder(folder, draws=DRAWS)

    assert publish_folder(folder, draws=DRAWS) == first
    assert Run.objects.count() == 1


def test_run_whose_files_were_lost_is_computed_again(folder: Path) -> None:
    first = publish_folder(folder, draws=DRAWS)
    shutil.rmtree(queries.output_folder(first))

    again = publish_folder(folder, draws=DRAWS)

    assert again == first
    assert (queries.output_folder(again) / "results.json").is_file()


def test_changed_folder_supersedes_the_run_and_its_files(folder: Path) -> None:
    first = publish_folder(folder, draws=DRAWS)
    change(folder)

    assert refresh_folders() == 1
    current = queries.current_run("torino")
    assert current is not None
    assert current != first
    assert not queries.output_folder(first).exists()


def test_unchanged_folder_is_left_alone(folder: Path) -> None:
    publish_folder(folder, draws=DRAWS)

    assert refresh_folders() == 0


def test_folder_that_no_longer_reads_keeps_its_run_and_records_why(folder: Path) -> None:
    run = publish_folder(folder, draws=DRAWS)
    good = (folder / "seats.toml").read_bytes()
    (folder / "seats.toml").write_text("[[seat]\n")

    refresh_folders()

    assert queries.current_run() == run
    assert [problem["en"].partition(":")[0] for problem in queries.problems_of(run)] == [
        "seats.toml"
    ]
    (folder / "seats.toml").write_bytes(good)
    refresh_folder(Folder.objects.get())
    assert queries.problems_of(run) == []


def test_folder_that_is_no_study_leaves_nothing(folder: Path) -> None:
    (folder / "study.toml").unlink()

    with pytest.raises(StudyError):
        publish_folder(folder, draws=DRAWS)

    assert not Run.objects.exists()
    assert not queries.studies_folder().exists()
