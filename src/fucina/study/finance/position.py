"""The position: what stands behind the statements of one combination, year by year and draw by draw."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fucina.study.evaluation.plain import Yearly, gifts, yearly
from fucina.study.evaluation.tableau import Tableau
from fucina.study.funding import Sources, private_sources
from fucina.study.sampling import Floats

PRIVATE = ("equity", "investment-fund", "loan")
"""What grants leave open is met by partners' capital first, then by private funds, then by loans."""


@dataclass(frozen=True)
class Position:
    """Yearly flows (n, T) of the combination at ``row`` and how they are paid for.

    ``paid_in`` and ``lent``: capital and loans, by kind of source, as the works are paid. ``calls``: what partners add
    in a year so that the centre's cash never falls below nothing.
    """

    table: Tableau
    row: int
    flows: Yearly
    private: dict[str, tuple[Sources, Floats]]

    @cached_property
    def due(self) -> Floats:
        """Cash grants towards the investment, in the year they are earned (n, T)."""
        cash = np.where(self.table.capital.in_kind[:, None], 0.0, self.gifts)
        return np.asarray(cash.sum(axis=0)[:, None] * self.flows.works)

    @cached_property
    def gifts(self) -> Floats:
        """What each capital source gives in all (k, n)."""
        return gifts(self.table.capital, self.flows.capital)

    @cached_property
    def paid_in(self) -> Floats:
        """Capital paid in by partners and private funds (n, T)."""
        each = [
            amounts.sum(axis=0) for kind, (_, amounts) in self.private.items() if kind != "loan"
        ]
        total = sum(each, np.zeros_like(self.flows.capital))
        return np.asarray(total[:, None] * self.flows.works)

    @cached_property
    def lent(self) -> Floats:
        return np.asarray(self.private["loan"][1].sum(axis=0)[:, None] * self.flows.works)

    @cached_property
    def debt(self) -> tuple[Floats, Floats, Floats]:
        """Interest, principal and balance of the loans (n, T): level payments over the term, from the first full
        year of operation on; interest alone before."""
        sources, _ = self.private["loan"]
        rate, term = _terms(self.table, sources)
        first = np.ceil(self.flows.opening)
        balance = np.zeros(self.table.n)
        columns = []
        for t in range(self.flows.works.shape[1]):
            interest = balance * rate
            left = np.maximum(first + term - t, 1)
            annuity = np.where(
                rate > 0, balance * rate / ((1 + rate) ** left - 1 + (rate == 0)), balance / left
            )
            principal = np.where((t >= first) & (balance > 0), annuity, 0.0)
            balance = balance - principal + self.lent[:, t]
            columns.append((interest, principal, balance))
        interest, principal, owed = (np.stack(c, axis=1) for c in zip(*columns, strict=True))
        return interest, principal, owed

    @cached_property
    def before_calls(self) -> Floats:
        """Net cash of a year before partners add anything (n, T)."""
        interest, principal, _ = self.debt
        return np.asarray(self.flows.cash_flow + self.paid_in + self.lent - interest - principal)

    @cached_property
    def calls(self) -> Floats:
        cash = np.zeros(self.table.n)
        columns = []
        for flow in self.before_calls.T:
            call = np.maximum(0.0, -(cash + flow))
            cash = cash + flow + call
            columns.append(call)
        return np.stack(columns, axis=1)

    @cached_property
    def cash(self) -> Floats:
        """Cash at each year's end (n, T)."""
        return np.asarray(np.cumsum(self.before_calls + self.calls, axis=1))


def position(table: Tableau, row: int) -> Position:
    """The position of the built combination at ``row`` of the plan's index."""
    flows = yearly(table, row)
    open_ = np.maximum(0.0, flows.capital - gifts(table.capital, flows.capital).sum(axis=0))
    private = {}
    for kind in PRIVATE:
        found = private_sources(table.sample, kind)
        amounts = np.zeros((len(found.records), table.n))
        for k in range(len(found.records)):
            asked = np.minimum(found.amount[k], found.share[k] * flows.capital)
            amounts[k] = np.minimum(found.granted[k] * asked, open_)
            open_ = open_ - amounts[k]
        private[kind] = (found, amounts)
    return Position(table, row, flows, private)


def _terms(table: Tableau, loans: Sources) -> tuple[Floats, Floats]:
    """Rate and term (n,) of the loans: those of the first one."""
    if not loans.records:
        return np.zeros(table.n), np.ones(table.n)
    name = loans.records[0].id
    rate = table.sample.of("funding", name, "rate")
    return rate, np.round(table.sample.of("funding", name, "term"))
