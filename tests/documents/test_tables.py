import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fucina.documents.numbers import NOTHING
from fucina.documents.tables import Column, Table, shown, write_csv, write_parquet
from fucina.documents.text import Language, Text


def test_csv_splits_translated_words_and_keeps_every_digit(table: Table, tmp_path: Path) -> None:
    write_csv(table, tmp_path / "t.csv")

    written = (tmp_path / "t.csv").read_bytes().decode("utf-8")
    assert written == (
        "site_it,site_en,firms,npv\n"
        "Mirafiori,Mirafiori,1234,18400000.0\n"
        "Non fare nulla,Do nothing,0,\n"
    )


def test_csv_float_reads_back_exactly(tmp_path: Path) -> None:
    third = Table("t", Text("t", "t"), [Column("x", Text("x", "x"), "number")], [{"x": 1 / 3}])

    write_csv(third, tmp_path / "t.csv")

    assert float((tmp_path / "t.csv").read_text().splitlines()[1]) == 1 / 3


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_files_are_the_same_bytes_twice(write, table: Table, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write(table, tmp_path / "a")
    write(table, tmp_path / "b")

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_parquet_holds_typed_columns(tmp_path: Path) -> None:
    opening = Table(
        "t",
        Text("t", "t"),
        [
            Column("site", Text("Sede", "Site")),
            Column("firms", Text("Imprese", "Firms"), "number"),
            Column("npv", Text("VAN", "NPV"), "millions"),
            Column("opens", Text("Apertura", "Opening"), "date"),
        ],
        [
            {"site": "A", "firms": 3, "npv": 1.5e6, "opens": dt.date(2028, 3, 3)},
            {"site": "B", "firms": 4, "npv": None, "opens": None},
        ],
    )

    write_parquet(opening, tmp_path / "t.parquet")

    read = pq.read_table(tmp_path / "t.parquet")
    assert read.schema == pa.schema(
        {"site": pa.string(), "firms": pa.int64(), "npv": pa.float64(), "opens": pa.date32()}
    )
    assert read.to_pylist() == opening.rows


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "it",
            (
                ["Sede", "Imprese", "Valore attuale netto (M€)"],
                [["Mirafiori", "1.234", "18,4"], ["Non fare nulla", "0", NOTHING]],
                ["left", "right", "right"],
            ),
        ),
        (
            "en",
            (
                ["Site", "Firms", "Net present value (€M)"],
                [["Mirafiori", "1,234", "18.4"], ["Do nothing", "0", NOTHING]],
                ["left", "right", "right"],
            ),
        ),
    ],
)
def test_table_is_shown_in_the_reader_language(
    table: Table, language: Language, expected: tuple[list[str], list[list[str]], list[str]]
) -> None:
    assert shown(table, language) == expected
