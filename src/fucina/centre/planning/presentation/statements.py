"""The statements of the proposed combination, one at a time: month by month, income, cash flow, balance sheet."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result.finance import Row as Account

KINDS = ("cash", "monthly", "income", "balance")
CHARTS = {kind: kind for kind in KINDS} | {"cash": "cash_statement"}


@dataclass(frozen=True)
class Statement:
    tabs: list[dict[str, Any]]
    table: Table
    text: str
    chart: str
    """The name of its chart."""


def statement(reader: Reader, asked: str) -> Statement:
    """The one asked for; an unknown one is the cash flow."""
    kind = asked if asked in KINDS else KINDS[0]
    return Statement(_tabs(reader, kind), _table(reader, kind), _texts()[kind], CHARTS[kind])


def _names() -> dict[str, str]:
    return {
        "cash": _("Cash flow"),
        "monthly": _("Month by month"),
        "income": _("Income statement"),
        "balance": pgettext("planning", "Balance sheet"),
    }


def _texts() -> dict[str, str]:
    return {
        "cash": _("What comes in and goes out, year by year; the last column adds it up."),
        "monthly": _("Cash around the opening, which is month 0."),
        "income": _("What is earned and used up, whenever it is paid."),
        "balance": _("What the centre has and owes at the end of each year; both sides are equal."),
    }


def _tabs(reader: Reader, current: str) -> list[dict[str, Any]]:
    url = reader.url("money")
    return [
        {
            "label": name,
            "url": f"{url}?statement={kind}#statements",
            "current": kind == current,
        }
        for kind, name in _names().items()
    ]


def _table(reader: Reader, kind: str) -> Table:
    finance = reader.result.finance
    accounts: dict[str, list[Account]] = {
        "cash": finance.cash,
        "monthly": finance.monthly,
        "income": finance.income,
        "balance": finance.balance,
    }
    steps = finance.months if kind == "monthly" else finance.years
    names = _rows()
    columns = [
        text_column(_("Month") if kind == "monthly" else _("Year")),
        *(number_column(names.get(account.name, account.name)) for account in accounts[kind]),
    ]
    rows: list[Row] = [
        row([_step(kind, step), *(_amount(reader, account.mean[t]) for account in accounts[kind])])
        for t, step in enumerate(steps)
    ]
    caption = _("%(statement)s: means, millions of euro at constant prices")
    return Table(caption % {"statement": _names()[kind]}, columns, rows)


def _step(kind: str, step: int) -> str:
    if kind == "monthly":
        return f"+{step}" if step > 0 else str(step).replace("-", "−")
    return str(step)


def _amount(reader: Reader, amount: float) -> dict[str, Any]:
    return cell(reader.number(amount / 1e6, 2), value=amount)


def _rows() -> dict[str, str]:
    return {
        "commercial": _("Income from firms"),
        "membership": _("Membership fees"),
        "income": _("Income from firms and members"),
        "competitive": _("Grants won"),
        "core": _("Core funding"),
        "release": _("Release of capital grants"),
        "running_people": _("People and running costs"),
        "running": _("Running costs"),
        "rent": _("Rent"),
        "bodies": _("Bodies and duties"),
        "depreciation": _("Depreciation"),
        "interest": _("Interest"),
        "result": _("Result of the year"),
        "grant": _("Public share of the investment"),
        "investment": _("Investment"),
        "renewal": _("Renewal of machines"),
        "paid_in": _("Paid in by partners and investors"),
        "lent": _("Loans received"),
        "service": _("Loans paid back, with interest"),
        "calls": _("Asked of the partners"),
        "net": _("Net flow"),
        "cash": _("Cash at the end"),
        "cumulated": _("Cash, cumulated"),
        "fixed": _("Building and machines"),
        "receivable": _("Grants to be received"),
        "assets": _("Total assets"),
        "deferred": _("Grants to be released"),
        "loans": _("Loans"),
        "equity": _("Capital paid in"),
        "results": _("Results carried forward"),
        "liabilities": _("Total liabilities"),
    }
