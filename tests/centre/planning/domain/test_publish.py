import shutil
from pathlib import Path

import pytest
from django.conf import settings

from fucina.centre.people.models import Organisation
from fucina.centre.planning.domain import publish, queries
from fucina.centre.planning.domain.publish import publish_folder
from fucina.centre.planning.domain.refresh import refresh_folders
from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Drawing, Folder, Run
from fucina.study.problem import StudyError

TORINO = Path(__file__).parents[4] / "studies/torino"


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published folder, looked after, with files of its own: both may be spoilt."""
    monkeypatch.setattr(
        settings, "FUCINA_VAR", shutil.copytree(settings.FUCINA_VAR, tmp_path / "var")
    )
    copied = Path(shutil.copytree(TORINO, tmp_path / "torino"))
    Folder.objects.update(path=str(copied))
    return copied


def test_publishing_stores_run_charts_parties_and_files(run: Run) -> None:
    drawn = Drawing.objects.filter(run=run)

    assert drawn.count() == 4 * drawn.values("name").distinct().count() > 0
    assert {"results.json", "study.json", "report.it.pdf", "report.en.html"} <= set(
        queries.output_files(run)
    )
    assert set(Organisation.objects.values_list("key", flat=True)) == {
        stakeholder["id"] for stakeholder in run.study_data["stakeholders"]
    }


def test_publishing_the_same_again_gives_the_same_run(run: Run) -> None:
    assert publish_folder(TORINO, draws=run.draws) == run
    assert Run.objects.count() == 1


def test_unchanged_folder_is_left_alone(run: Run) -> None:
    assert refresh_folders() == 0


def test_changed_folder_supersedes_the_run_and_keeps_its_files(folder: Path, run: Run) -> None:
    header = folder / "study.toml"
    header.write_text(header.read_text("utf-8") + "\n# changed\n", "utf-8")

    assert refresh_folders() == 1
    current = queries.current_run("torino")
    assert current is not None
    assert current != run
    assert current.draws == run.draws
    run.refresh_from_db()
    assert run.status == RunStatus.SUPERSEDED
    assert (queries.output_folder(run) / "results.json").is_file()
    assert (queries.output_folder(current) / "results.json").is_file()


def test_files_of_all_but_the_latest_runs_go(
    small_run: Run, other_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "KEPT_FILES", 1)
    (queries.output_folder(small_run).parent / ".half-written").mkdir()

    publish.remove_left_over_files(small_run.study)

    left = [path.name for path in queries.output_folder(small_run).parent.iterdir()]
    assert left == [small_run.output]
    assert Run.objects.filter(pk=other_run.pk).exists()


def test_run_whose_files_were_lost_is_computed_again(folder: Path, run: Run) -> None:
    shutil.rmtree(queries.output_folder(run))
    told: list[float] = []

    again = publish_folder(folder, draws=run.draws, progress=lambda share, _: told.append(share))

    assert again == run
    assert (queries.output_folder(again) / "results.json").is_file()
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_folder_that_no_longer_reads_keeps_its_run_until_it_is_mended(
    folder: Path, run: Run
) -> None:
    (folder / "seats.toml").write_text("[[seat]\n")

    refresh_folders()

    assert queries.current_run() == run
    assert [p["en"].startswith("seats.toml") for p in queries.problems_of(run)] == [True]
    shutil.copy(TORINO / "seats.toml", folder)
    assert refresh_folders() == 0
    assert queries.problems_of(run) == []


@pytest.mark.django_db
def test_folder_that_is_no_study_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "FUCINA_VAR", tmp_path / "var")

    with pytest.raises(StudyError):
        publish_folder(tmp_path, draws=20)

    assert not Run.objects.exists()
    assert not queries.studies_folder().exists()
