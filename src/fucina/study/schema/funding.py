"""A funding source: who pays for the building or the running, how much, under which rules, and when."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named

FundingKind = Literal[
    "capital-grant",  # cash for the investment
    "core",  # stable cash for running
    "in-kind",  # machines, rooms or people's time given for the investment: never cash
    "equity",  # cash paid in by partners as capital
    "investment-fund",  # cash paid in by private investors, who expect a return
    "loan",  # cash to be paid back
]
Regime = Literal[
    "no-aid", "own-funds", "market", "de-minimis", "gber-26", "gber-26a", "gber-27", "gber-31", "gber-56"
]  # fmt: skip


class Funding(Named):
    """Membership, commercial and competitive income are no funding sources: they come from strategies and
    service lines. ``partner`` is the stakeholder who pays; without one, the partners pay by their quotas
    where the source is ``equity``, and somebody outside pays otherwise."""

    kind: FundingKind
    payer: Text
    partner: Id | None = None
    regime: Regime
    conditions: Text
    sources: list[Id] = Field(min_length=1)


def _share(name: str, italian: str, english: str, *, required: bool = False) -> Attribute:
    return Attribute(name, ("share",), Text(italian, english), maximum=1, required=required)


ATTRIBUTES = (
    _share(
        "share",
        "quota dell’investimento (o dei costi d’esercizio, se di base) che copre",
        "share of the investment (of running costs, if core) that it meets",
        required=True,
    ),
    Attribute(
        "amount",
        money(),
        Text("importo massimo (per anno, se di base)", "largest amount (a year, if core)"),
        required=False,
    ),
    _share(
        "probability",
        "probabilità di ottenerlo (1 se manca)",
        "probability of obtaining it (1 if absent)",
    ),
    _share(
        "advance", "anticipo, con la spesa (1 se manca)", "advance, with the spending (1 if absent)"
    ),
    _share(
        "interim",
        "pagamenti intermedi, un anno dopo (0 se manca)",
        "interim payments, a year later (0 if absent)",
    ),
    Attribute(
        "rate",
        ("share",),
        Text("tasso d’interesse reale", "real interest rate"),
        maximum=0.5,
        required=False,
    ),
    Attribute(
        "term",
        ("year",),
        Text("durata del prestito", "term of the loan"),
        minimum=1,
        required=False,
    ),
)
"""What is neither advance nor interim is the balance, paid two years after the spending."""
