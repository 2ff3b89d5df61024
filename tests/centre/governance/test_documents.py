"""Files from people: known by what they hold, kept without their names, handed out only to those who may see them."""

import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest

from fucina.centre.governance import domain
from fucina.centre.governance.domain.file_type import file_type
from fucina.centre.governance.models import Document
from fucina.centre.people.enums import Role
from fucina.centre.refusal import Refusal


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.4 ...", ".pdf"),
        (b"\x89PNG\r\n\x1a\n....", ".png"),
        (b"\xff\xd8\xff\xe0....", ".jpg"),
        (b"\x30\x82\x01\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0", ".p7m"),
        (packed("[Content_Types].xml", "word/document.xml"), ".docx"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        (packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), None),
        (packed("anything.exe"), None),
        (b"PK\x03\x04 broken", None),
        (b"<html><script>alert(1)</script>", None),
        (b"MZ\x90\x00", None),
        (b"", None),
    ],
)
def test_a_file_is_what_it_holds(content: bytes, ending: str | None) -> None:
    found = file_type(io.BytesIO(content))

    assert (found.ending if found else None) == ending


def test_nothing_of_a_name_reaches_the_disk(consortium, director, upload, private_files) -> None:
    document = domain.attach_document(
        consortium.private, "Atto", "text", by=director, file=upload(name="../../../etc/passwd.pdf")
    )

    kept = Path(document.file.path)
    assert kept.parent == (private_files / "governance").resolve()
    assert (kept.name.isalnum(), kept.stat().st_mode & 0o777) == (True, 0o600)
    assert document.digest == hashlib.sha256(kept.read_bytes()).hexdigest()


@pytest.mark.parametrize("content", [b"<html></html>", b"", b"MZ\x90\x00\x03"])
def test_a_disguised_file_is_refused(consortium, director, upload, content) -> None:
    with pytest.raises(Refusal):
        domain.attach_document(
            consortium.private, "Atto", "text", by=director, file=upload(content)
        )


def test_a_large_file_is_refused(consortium, director, upload, monkeypatch) -> None:
    monkeypatch.setattr(sys.modules[domain.attach_document.__module__], "MOST_BYTES", 10)

    with pytest.raises(Refusal) as refusal:
        domain.attach_document(consortium.private, "Atto", "text", by=director, file=upload())

    assert [problem.code for problem in refusal.value.problems] == ["too_large"]


def test_a_row_that_is_refused_leaves_no_file(consortium, director, upload, private_files) -> None:
    before = sorted(private_files.rglob("*"))

    with pytest.raises(Refusal):
        domain.attach_document(consortium.private, "", "text", by=director, file=upload())

    assert sorted(private_files.rglob("*")) == before


def test_a_file_is_handed_out_to_be_saved(consortium, director, sign_in) -> None:
    answer = sign_in(director).get(consortium.evidence.get_absolute_url())

    assert b"".join(answer.streaming_content)[:5] == b"%PDF-"
    told = {name: answer.headers[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")}  # fmt: skip
    assert told == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="bonifico-riservato.pdf"',
        "Cache-Control": "private, no-store",
    }


@pytest.mark.parametrize(
    ("role", "status"), [(None, 302), (Role.STUDENT, 404), (Role.LAB_MANAGER, 404)]
)
def test_a_private_file_does_not_exist_for_others(
    consortium, user_with, sign_in, role, status
) -> None:
    client = sign_in(user_with(role) if role else None)

    assert client.get(consortium.evidence.get_absolute_url()).status_code == status


def test_a_public_document_of_a_private_agreement_is_not_public(
    consortium, director, upload, sign_in
) -> None:
    document = domain.attach_document(
        consortium.private, "Atto", "text", by=director, file=upload(), public=True
    )

    assert sign_in(None).get(document.get_absolute_url()).status_code == 302


def test_a_lost_file_is_not_found(consortium, director, sign_in) -> None:
    Path(Document.objects.get(pk=consortium.evidence.pk).file.path).unlink()

    assert sign_in(director).get(consortium.evidence.get_absolute_url()).status_code == 404
