import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook


def exported(client, ending: str, query: str = "") -> bytes:
    address = reverse("governance:export_contributions", args=[ending])
    return client.get(f"{address}?{query}").content


def test_cash_and_in_kind_stand_in_columns_of_their_own(consortium, director, sign_in) -> None:
    text = exported(sign_in(director), "csv").decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(text)))
    assert [row[5:10] for row in rows[1:]] == [
        ["2025-06-30", "777000.00", "111000.00", "", ""],
        ["2030-01-01", "", "", "333000.50", "0.00"],
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_is_a_formula(consortium, director, sign_in, ending) -> None:
    content = exported(sign_in(director), ending)

    if ending == "csv":
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[2]
    else:
        cells = [cell.value for cell in list(load_workbook(io.BytesIO(content)).active.rows)[2]]
    assert cells[11] == "'=A1"


def test_it_holds_what_the_list_shows(consortium, director, sign_in) -> None:
    client = sign_in(director)

    overdue = exported(client, "csv", "state=overdue").decode("utf-8-sig").splitlines()
    in_kind = exported(client, "csv", "form=in_kind").decode("utf-8-sig").splitlines()

    assert [len(overdue), "777000.00" in overdue[1]] == [2, True]
    assert [len(in_kind), "333000.50" in in_kind[1]] == [2, True]


def test_another_ending_is_not_found(consortium, director, sign_in) -> None:
    address = reverse("governance:export_contributions", args=["exe"])

    assert sign_in(director).get(address).status_code == 404
