"""However long a list, it asks the database the same few questions; an export holds what the list shows, and no formula."""

import csv
import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from fucina.centre.charging import domain
from fucina.centre.charging.models import Commitment, Project

MOST = 12
FRAME = 6
"""Queries of session, user and navigation, of which a list knows nothing."""


def lengthen(lab, rows: int) -> None:
    for _ in range(rows):
        number = Project.objects.count()
        account = domain.record_account(
            lab.firm, f"N-{number}", "Ordine", lab.day, by=lab.accountant
        )
        project = domain.record_project(
            lab.firm, f"Progetto {number}", lab.day, {account: Decimal(100)}, by=lab.accountant,
            user_class="sme",
        )  # fmt: skip
        item = domain.record_chargeable(f"x-{number}", "machine", f"X {number}", by=lab.accountant)
        prices = domain.record_price_list(f"Listino {number}", lab.day, by=lab.accountant)
        rate = domain.record_rate(prices, item, "sme", Decimal(10), by=lab.accountant)
        domain.add_window(rate, "Sera", [0], "18:00", "23:00", by=lab.accountant, percent=Decimal(20))  # fmt: skip
        domain.publish_price_list(prices, by=lab.accountant)
        charge = domain.charge(
            project,
            domain.Reference("booking", f"n{number}"),
            [lab.item(), domain.Item(item, lab.at(9), lab.at(10))],
            by=lab.member,
        )
        domain.request_adjustment(charge, "waive", "Guasto", by=lab.member)


@pytest.mark.parametrize(
    "name", ["charges", "export_charges", "accounts", "projects", "price_lists", "adjustments", "prices"]
)  # fmt: skip
def test_a_list_asks_no_more_when_it_is_longer(lab, sign_in, name) -> None:
    client = sign_in(lab.accountant)
    args = ["csv"] if name == "export_charges" else []
    address = reverse(f"charging:{name}", args=args)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    lengthen(lab, 1)
    asked()
    few = asked()
    lengthen(lab, 3)
    many = asked()

    assert (many, few <= MOST + FRAME) == (few, True)


def test_a_charge_page_asks_no_more_for_more_lines(lab, sign_in) -> None:
    client = sign_in(lab.accountant)
    one = lab.charge("1")
    many = lab.charge("2", *(lab.item(n, n + 1) for n in range(8, 14)))

    counts = []
    for charge in (one, one, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(charge.get_absolute_url())
        counts.append(len(queries))

    assert counts[1] == counts[2]


def test_committing_asks_little(lab) -> None:
    with CaptureQueriesContext(connection) as quoting:
        quote = lab.quote()
    with CaptureQueriesContext(connection) as committing:
        domain.commit(lab.project, domain.Reference("booking", "1"), quote, by=lab.member)

    said = [len(quoting), len([one for one in committing if "SAVEPOINT" not in one["sql"]])]
    assert (said, Commitment.objects.count()) == ([4, 6], 1)


def exported(client, ending: str, query: str = "") -> bytes:
    address = reverse("charging:export_charges", args=[ending])
    return client.get(f"{address}?{query}").content


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_is_a_formula(lab, sign_in, ending) -> None:
    Project.objects.update(name="=1+1")
    lab.charge()

    content = exported(sign_in(lab.accountant), ending)

    if ending == "csv":
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1]
    else:
        cells = [cell.value for cell in list(load_workbook(io.BytesIO(content)).active.rows)[1]]
    assert (cells[4], Decimal(cells[11])) == ("'=1+1", 60)


def test_it_holds_what_the_list_shows(lab, sign_in) -> None:
    client = sign_in(lab.accountant)
    charge = lab.charge("1")
    lab.charge("2")
    domain.void_charge(charge, "Errore", by=lab.accountant)

    rows = {
        query: len(exported(client, "csv", query).decode("utf-8-sig").splitlines()) - 1
        for query in (
            "", "state=voided", "state=standing", f"account={lab.first.pk}", "since=2026-01-13",
            "until=2026-01-12", "state=beyond",
        )
    }  # fmt: skip

    assert list(rows.values()) == [2, 1, 1, 2, 0, 2, 0]


def test_another_ending_is_not_found(lab, sign_in) -> None:
    address = reverse("charging:export_charges", args=["exe"])

    assert sign_in(lab.accountant).get(address).status_code == 404
