"""The invented firms and names, as the package's own tables hold them."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from typing import NamedTuple


class Firm(NamedTuple):
    """Amounts in euro, headcount in annual work units."""

    name: str
    kind: str
    vat_number: str
    ateco: str
    startup: bool
    municipality: str
    latitude: Decimal
    longitude: Decimal
    headcount: Decimal
    turnover: Decimal
    balance_total: Decimal
    domain: str


class Name(NamedTuple):
    given: str
    family: str

    @property
    def mailbox(self) -> str:
        return f"{self.given}.{self.family}".lower()


def firms() -> list[Firm]:
    return [
        Firm(
            name=row["name"],
            kind=row["kind"],
            vat_number=row["vat_number"],
            ateco=row["ateco"],
            startup=row["startup"] == "yes",
            municipality=row["municipality"],
            latitude=Decimal(row["latitude"]),
            longitude=Decimal(row["longitude"]),
            headcount=Decimal(row["headcount"]),
            turnover=Decimal(row["turnover"]),
            balance_total=Decimal(row["balance_total"]),
            domain=row["domain"],
        )
        for row in _rows("firms.csv")
    ]


def names() -> Iterator[Name]:
    """Each once: 260 of them, in an order that never changes."""
    return (Name(row["given_name"], row["family_name"]) for row in _rows("names.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
