import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from fucina.documents.characters import printable
from fucina.documents.pdf import pdf
from fucina.documents.report import Callout, Paragraph, Report, Section, TableBlock
from fucina.documents.tables import Column, Table
from fucina.documents.text import Text

HOSTILE = '#panic("x") $1/0$ @missing <label> *b* _i_ `raw` \\ "] #read("/etc/passwd")'


def _text(document: bytes, folder: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (folder / "report.pdf").write_bytes(document)
    command = ["pdftotext", "-layout", str(folder / "report.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_paper_is_tagged_and_says_its_language(report: Report) -> None:
    document = pdf(report)

    assert document[:4] == b"%PDF"
    assert re.findall(rb"/Lang\s*\((\w+)\)", document)[0] == b"it"
    assert document.count(b"pdfuaid") > 0


def test_paper_is_the_same_bytes_twice(report: Report) -> None:
    assert pdf(report) == pdf(report)


def test_paper_writes_the_report(report: Report, tmp_path: Path) -> None:
    read = _text(pdf(report), tmp_path)

    wanted = [
        "Dove mettere il centro",
        "In sintesi",
        "Figura 1.",
        "Tabella 1.",
        "1.234",
        "Pagina 2 di",
    ]
    assert [words for words in wanted if words not in read] == []


def test_paper_shows_hostile_words_as_words(report: Report, tmp_path: Path) -> None:
    hostile = replace(report, title=HOSTILE, sections=[Section("a", "A", [Paragraph(HOSTILE)])])

    read = _text(pdf(hostile), tmp_path)

    assert read.count('#panic("x")') >= 2
    assert read.count("root:") == 0


def test_paper_holds_a_table_of_many_columns(report: Report, tmp_path: Path) -> None:
    columns = [
        Column(f"c{i}", Text(f"Indicatore numero {i}", f"Indicator {i}"), "number")
        for i in range(14)
    ]
    wide = Table("wide", Text("Larga", "Wide"), columns, [{c.key: 1_234_567 for c in columns}])
    sections = [Section("a", "A", [TableBlock(wide, "Una tabella larga")])]

    read = _text(pdf(replace(report, lead=[], sections=sections)), tmp_path)

    assert read.count("1.234.567") == 14


def test_paper_survives_letters_that_its_fonts_lack(report: Report, tmp_path: Path) -> None:
    odd = replace(report, title="Centro 中 🎉\ud800\x00\t.", lead=[], sections=[])

    assert _text(pdf(odd), tmp_path).count("Centro \N{REPLACEMENT CHARACTER}") >= 1


def test_paper_speaks_english(report: Report, tmp_path: Path) -> None:
    read = _text(pdf(replace(report, language="en")), tmp_path)

    wanted = ["Contents", "In brief", "Figure 1.", "Table 1.", "1,234", "Page 2 of"]
    assert [words for words in wanted if words not in read] == []


def test_paper_keeps_long_codes_inside_their_column(report: Report, tmp_path: Path) -> None:
    code = "regione-piemonte-superficie-utile-netta-2023-11-13"
    columns = [Column(key, Text(key, key)) for key in ("Dato", "Fonte", "Codice", "Natura")]
    row = {"Dato": "Superficie utile netta. " * 9, "Fonte": code, "Codice": code, "Natura": "zz"}
    table = TableBlock(Table("codes", Text("Codici", "Codes"), columns, [row]), "Codici")

    read = _text(pdf(replace(report, lead=[], sections=[Section("a", "A", [table])])), tmp_path)

    assert re.findall(r"\Szz|zz\S", read) == []
    assert read.count("13") >= 2


def test_paper_has_a_letter_for_everything_printable(report: Report) -> None:
    letters = "".join(chr(i) for i in range(0x20, 0x3000) if printable(chr(i)) == chr(i))
    words = " ".join(letters[i : i + 12] for i in range(0, len(letters), 12))

    document = pdf(
        replace(report, lead=[], sections=[Section("a", "A", [Callout("note", words, words)])])
    )

    assert document[:4] == b"%PDF"
