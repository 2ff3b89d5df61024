"""A change of a folder: all of it, checked, with the files from before beside; or nothing."""

import shutil
from pathlib import Path

import pytest

from fucina.study.folder import fingerprint
from fucina.study.problem import StudyError
from fucina.study.sources.change import Change
from fucina.study.sources.fault import ImportRefused


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_good_change_replaces_the_file_and_keeps_the_one_before(folder: Path) -> None:
    before = contents(folder)
    change = Change(folder)
    change.put("owners.csv", "id,name_it,name_en\nanalyst,Analisti,Analysts\n")

    assert change.commit() == ["owners.csv"]

    after = contents(folder)
    assert after.pop("owners.csv") == b"id,name_it,name_en\nanalyst,Analisti,Analysts\n"
    assert after.pop("owners.csv.bak") == before.pop("owners.csv")
    assert after == before


def test_what_is_kept_beside_is_no_part_of_the_study(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "owners.csv.bak").write_text("anything", "utf-8")

    assert fingerprint(folder) == before


def test_a_change_that_would_break_the_study_is_not_made(folder: Path) -> None:
    before = contents(folder)
    change = Change(folder)
    change.put("municipalities.csv", "istat_code,name\n1,A\n")
    change.put("owners.csv", "id,name_it,name_en\nanalyst,Analisti,Analysts\n")

    with pytest.raises(StudyError, match=r"municipalities\.csv, row 1"):
        change.commit()

    assert contents(folder) == before


def test_a_folder_that_is_no_study_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="the folder does not exist"):
        Change(tmp_path / "nowhere")


def test_a_file_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    change = Change(folder)
    change.put("owners.csv", "id,name_it,name_en\nanalyst,Analisti,Analysts\n")
    (folder / "owners.csv").write_text("id,name_it,name_en\nanalyst,Altri,Others\n", "utf-8")
    before = contents(folder)

    with pytest.raises(ImportRefused, match=r"owners\.csv: the file was changed during the import"):
        change.commit()

    assert contents(folder) == before


def test_a_write_that_fails_midway_puts_all_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    change = Change(folder)
    change.put("owners.csv", "id,name_it,name_en\nanalyst,Analisti,Analysts\n")
    change.put("posts.csv", change.text("posts.csv") + "\n")
    copy = shutil.copy2

    def full(source: Path, target: Path) -> object:
        if "posts" in str(source):
            raise OSError(28, "No space left on device")
        return copy(source, target)

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(ImportRefused, match="No space left on device"):
        change.commit()

    assert contents(folder) == before


def test_the_mark_and_the_rights_of_a_file_stay(folder: Path) -> None:
    path = folder / "owners.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    path.chmod(0o640)
    change = Change(folder)
    change.put("owners.csv", change.text("owners.csv").replace("Analyst", "Analysts"))

    change.commit()

    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert path.stat().st_mode & 0o777 == 0o640
