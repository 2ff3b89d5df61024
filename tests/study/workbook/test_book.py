"""What the book is made of: formulas alone, in both languages, the same bytes each time."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.study.workbook.recalculation import recalculate

from fucina.documents.text import LANGUAGES
from fucina.study.evaluation import plan, tableau
from fucina.study.evaluation.choice import appraise
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.sampling import Planned
from fucina.study.schema import Study
from fucina.study.workbook import file_name, workbook, write
from fucina.study.workbook.indicators import NAMES


@pytest.fixture(scope="module")
def result(example: Study) -> Result:
    return compute(example, draws=200, seed=7)


@pytest.fixture(scope="module")
def english(example: Study, result: Result) -> Any:
    return workbook(example, result, "en")


def formulas(book: Any) -> list[str]:
    """All formulas in order, with the names of sheets and of main cells taken out."""
    found = []
    for sheet in book:
        for row in sheet.iter_rows():
            found += [re.sub(r"[^\W\d]+|'", "", c.value) for c in row if c.data_type == "f"]
    return found


def test_sheets_stand_in_the_order_of_the_argument(english: Any) -> None:
    assert english.sheetnames == [
        "Read me",
        "Inputs",
        "Site",
        "Timing",
        "Programme",
        "Lines",
        "Investment and funding",
        "Running",
        "Cash flow",
        "Income statement",
        "Balance sheet",
        "Partners",
        "Indicators",
    ]


def test_numbers_stand_only_among_the_inputs_and_in_the_heads_of_years(english: Any) -> None:
    pasted = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in english
        if sheet.title != "Inputs"
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "n" and cell.value is not None and cell.row not in (4, 5)
    ]

    assert pasted == []


def test_both_languages_say_the_same_formulas(example: Study, result: Result, english: Any) -> None:
    italian = workbook(example, result, "it")

    assert [re.sub(r"\D", "", f) for f in formulas(italian)] == [
        re.sub(r"\D", "", f) for f in formulas(english)
    ]
    assert italian.sheetnames[1] == "Ipotesi"


def test_every_name_leads_to_a_cell_that_holds_something(english: Any) -> None:
    empty = []
    for name, defined in english.defined_names.items():
        sheet, address = defined.attr_text.split("!")
        if english[sheet.strip("'")][address.replace("$", "")].value is None:
            empty.append(name)

    assert empty == []
    assert {NAMES[key].en for key in NAMES} <= set(english.defined_names)


def test_names_are_such_as_every_spreadsheet_takes(english: Any) -> None:
    cell = re.compile(r"^[A-Za-z]{1,3}\d+$|^[RrCc]$")

    refused = [
        n for n in english.defined_names if not re.fullmatch(r"[A-Za-z_]\w*", n) or cell.match(n)
    ]

    assert refused == []


def test_every_input_says_where_it_comes_from(english: Any) -> None:
    sheet = english["Inputs"]

    bare = [
        sheet.cell(row, 1).value
        for row in range(4, sheet.max_row + 1)
        if sheet.cell(row, 3).data_type == "n"
        and sheet.cell(row, 3).value is not None
        and not sheet.cell(row, 11).value
    ]

    assert bare == []


def test_a_changed_input_changes_the_answer_as_the_kernel_does(
    example: Study, result: Result, tmp_path: Path
) -> None:
    figure = example.figures["parameters.capex.value"].model_copy(update={"value": 1234.5})
    changed = example.model_copy(update={"figures": {**example.figures, "parameters.capex.value": figure}})  # fmt: skip
    book = workbook(example, result, "en")
    _, address = book.defined_names["parameters_capex"].attr_text.split("!")
    book["Inputs"][address.replace("$", "")].value = 1234.5
    whole = plan(example)
    place = next(i for i, c in enumerate(whole.combinations) if c.id == result.decision.combination)
    wanted = appraise(tableau(replace(whole.only([place]), study=changed), Planned(changed)))

    found = recalculate(book, tmp_path)

    assert found.named("FNPV_C") == pytest.approx(wanted[0, 1, 0], abs=0.005)
    assert found.cell("Read me", "C32") == "balanced" or found.named("balance_check") == 0


def test_text_of_a_study_never_becomes_a_formula(example: Study, result: Result) -> None:
    said = '=HYPERLINK("https://example.org")'
    sources = [s.model_copy(update={"title": said}) for s in example.sources]

    book = workbook(example.model_copy(update={"sources": sources}), result, "en")

    cells = [c for row in book["Inputs"].iter_rows() for c in row if c.value == said]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_written_twice_it_is_the_same_bytes_and_reads_again(
    example: Study, result: Result, tmp_path: Path
) -> None:
    for language in LANGUAGES:
        first, second = tmp_path / file_name(language), tmp_path / f"again.{language}.xlsx"
        write(example, result, language, first)
        write(example, result, language, second)

        assert first.read_bytes() == second.read_bytes()
        assert load_workbook(first).properties.title == example.header.name[language]


@pytest.mark.parametrize("draw", [-1, 200])
def test_a_draw_the_result_does_not_have_is_refused(
    example: Study, result: Result, draw: int
) -> None:
    with pytest.raises(ValueError, match=r"^draw: from 0 to 199, not "):
        workbook(example, result, "it", draw)
