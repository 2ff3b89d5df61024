import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from fucina.centre.people.models import Person

pytestmark = pytest.mark.django_db


def test_export_has_what_the_list_has_and_no_cell_that_acts(as_director, firm) -> None:
    firm("=HYPERLINK(1)", phone="+39 011", about="")
    firm("Fonderia")

    as_csv = as_director.get("/en/people/organisations/export.csv?kind=company&words=hyperlink")
    as_xlsx = as_director.get("/en/people/organisations/export.xlsx?kind=company&words=hyperlink")

    rows = list(csv.reader(io.StringIO(as_csv.content.decode("utf-8-sig")), delimiter=";"))
    cells = list(load_workbook(io.BytesIO(as_xlsx.content)).active.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Name", "'=HYPERLINK(1)"]
    assert [row[0] for row in cells] == ["Name", "=HYPERLINK(1)"]
    assert load_workbook(io.BytesIO(as_xlsx.content)).active["A2"].data_type == "s"


@pytest.mark.parametrize(("who", "shown"), [("director", True), ("officer", False)])
def test_fiscal_codes_are_exported_only_to_who_may_read_them(request, who, shown) -> None:
    Person.objects.create(given_name="Ada", fiscal_code="RCCMNL83S18D969H")
    client = Client()
    client.force_login(request.getfixturevalue(who))

    text = client.get("/en/people/persons/export.csv").content.decode("utf-8-sig")

    assert ("RCCMNL83S18D969H" in text, "Fiscal code" in text) == (shown, shown)


def test_export_is_only_for_who_may(outsider) -> None:
    client = Client()
    client.force_login(outsider)

    assert client.get("/en/people/organisations/export.csv").status_code == 403
    assert client.get("/en/people/persons/").status_code == 403


def test_suggestions_show_only_what_may_be_seen(outsider, small_centre) -> None:
    client = Client()
    client.force_login(outsider)

    hidden = client.get("/en/people/organisations/suggestions/?q=riservata").json()
    listed = client.get("/en/people/organisations/suggestions/?q=promotore").json()

    assert hidden == {"results": []}
    assert [one["label"] for one in listed["results"]] == ["Ente Promotore"]
