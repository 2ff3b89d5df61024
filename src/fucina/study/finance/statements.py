"""Statements: income, cash and balance sheet, year by year, and cash month by month around the opening."""

import numpy as np

from fucina.study.evaluation.plain import amounts
from fucina.study.evaluation.tableau import WORKS_YEARS
from fucina.study.finance.position import Position
from fucina.study.funding import Sources
from fucina.study.result.finance import Row
from fucina.study.sampling import Floats

BEFORE, AFTER = 24, 36
"""Months before and after the opening that are told one by one."""


class Statements:
    """The three statements of a position. Amounts (n, T); the balance sheet balances in every draw and year."""

    def __init__(self, position: Position) -> None:
        self.position = position
        flows, table = position.flows, position.table
        strategy = table.plan.index[position.row, 1]
        equipment = table.strategies.equipment[strategy]
        interest, principal, owed = position.debt
        self.interest, self.principal, self.owed = interest, principal, owed
        life = table.sample.of("parameters", "building-life")
        building = (flows.capital - equipment) / life
        self.building = building[:, None] * flows.present
        self.renewal = flows.of_kind("renewal")
        at_full = _at_full(position)
        self.machines = at_full[:, None] * flows.present
        self.release = self._release(equipment)

    def _release(self, equipment: Floats) -> Floats:
        """Capital grants and gifts in kind, taken to income as what they paid for wears out."""
        position, flows = self.position, self.position.flows
        given = position.gifts.sum(axis=0)
        worn = np.minimum(np.cumsum(self.machines, axis=1), equipment[:, None])
        first = np.diff(worn, axis=1, prepend=0.0)
        share = given / np.maximum(flows.capital, 1e-300)
        return np.asarray(share[:, None] * (self.building + first))

    @property
    def income(self) -> dict[str, Floats]:
        flows = self.position.flows
        core = flows.core_due.sum(axis=0)
        rows = {
            "commercial": flows.of_kind("commercial"),
            "membership": flows.of_kind("membership"),
            "competitive": flows.of_kind("competitive"),
            "core": core,
            "release": self.release,
            "running_people": -flows.of_kind("running"),
            "rent": -flows.rent,
            "bodies": -(flows.bodies + flows.setup),
            "depreciation": -(self.building + self.machines),
            "interest": -self.interest,
        }
        return rows | {"result": np.asarray(sum(rows.values()))}

    @property
    def cash(self) -> dict[str, Floats]:
        position, flows = self.position, self.position.flows
        rows = {
            "income": flows.income,
            "competitive": flows.of_kind("competitive"),
            "core": flows.core.sum(axis=0),
            "grant": flows.grants.sum(axis=0),
            "investment": -flows.spent,
            "renewal": -self.renewal,
            "running": -flows.running,
            "paid_in": position.paid_in,
            "lent": position.lent,
            "service": -(self.interest + self.principal),
            "calls": position.calls,
        }
        return rows | {
            "net": np.asarray(sum(rows.values())),
            "cash": position.cash,
        }

    @property
    def balance(self) -> dict[str, Floats]:
        position, flows = self.position, self.position.flows
        built = flows.investment + self.renewal - self.building - self.machines
        earned = position.due + flows.core_due.sum(axis=0)
        paid = flows.grants.sum(axis=0) + flows.core.sum(axis=0)
        gifts = position.due + flows.in_kind
        assets = {
            "fixed": np.cumsum(built, axis=1),
            "receivable": np.cumsum(earned - paid, axis=1),
            "cash": position.cash,
        }
        owed = {
            "deferred": np.cumsum(gifts - self.release, axis=1),
            "loans": self.owed,
            "equity": np.cumsum(position.paid_in + position.calls, axis=1),
            "results": np.cumsum(self.income["result"], axis=1),
        }
        return {
            **assets,
            "assets": np.asarray(sum(assets.values())),
            **owed,
            "liabilities": np.asarray(sum(owed.values())),
        }


def rows(values: dict[str, Floats], years: int) -> list[Row]:
    """The means of the first ``years`` periods."""
    return [Row(name=name, mean=v[:, :years].mean(axis=0).tolist()) for name, v in values.items()]


def monthly(position: Position) -> tuple[list[int], list[Row]]:
    """Cash month by month around the opening (month 0 is the first one open), at the means of the draws.

    Lines grow within a year as they do from year to year; the investment is spent evenly over the works,
    grants are paid as the months they are due in say.
    """
    table, flows = position.table, position.flows
    strategy = table.plan.index[position.row, 1]
    own = slice(table.strategies.first[strategy], table.strategies.first[strategy + 1])
    months = np.arange(-BEFORE, AFTER)
    full = _full_amounts(position)
    start, growth = table.strategies.start[own], table.strategies.growth[own]
    years = (months + 0.5) / 12
    grown = np.clip((years - start[:, :, None]) * growth[:, :, None], 0, 1)
    open_ = (years[None, :] >= start[:, :, None]) / 12
    lines = full[:, :, None] * grown * open_
    kinds = np.array(flows.kinds)
    present = (months >= 0) / 12
    works = ((months < 0) & (months >= -12 * WORKS_YEARS)) / (12 * WORKS_YEARS)
    cash_gifts = np.where(table.capital.in_kind[:, None], 0.0, position.gifts)
    in_kind = position.gifts[table.capital.in_kind].sum(axis=0)
    running = lines[kinds == "running"].sum(axis=0) + _standing(position)[:, None] * present
    core = np.zeros_like(running)
    for k in range(len(table.core.records)):
        asked = table.core.share[k][:, None] * running
        due = np.minimum(table.core.amount[k][:, None] / 12, asked)
        core += _later(table.core.granted[k][:, None] * due, table.core, k)
    grants = np.zeros_like(running)
    for k in range(len(table.capital.records)):
        grants += _later(cash_gifts[k][:, None] * works, table.capital, k)
    values = {
        "income": lines[(kinds == "commercial") | (kinds == "membership")].sum(axis=0),
        "competitive": lines[kinds == "competitive"].sum(axis=0),
        "core": core,
        "grant": grants,
        "investment": -(flows.capital - in_kind)[:, None] * works,
        "renewal": -lines[kinds == "renewal"].sum(axis=0),
        "running": -running,
    }
    values["net"] = np.asarray(sum(values.values()))
    values["cumulated"] = np.cumsum(values["net"], axis=1)
    return months.tolist(), rows(values, months.size)


def _later(due: Floats, sources: Sources, k: int) -> Floats:
    """What is due each month (n, M) as it is paid: at once, 12 and 24 months later."""
    paid = due * sources.advance[k][:, None]
    paid[:, 12:] += (due * sources.interim[k][:, None])[:, :-12]
    paid[:, 24:] += (due * sources.balance[k][:, None])[:, :-24]
    return np.asarray(paid)


def _full_amounts(position: Position) -> Floats:
    """What each line comes to in a year of full operation (l, n)."""
    site, strategy, form, _ = position.table.plan.index[position.row]
    own = slice(
        position.table.strategies.first[strategy], position.table.strategies.first[strategy + 1]
    )
    return amounts(position.table, site, form, own)


def _standing(position: Position) -> Floats:
    """Rent and bodies of a year (n,)."""
    table = position.table
    site, strategy, form, _ = table.plan.index[position.row]
    rent = table.strategies.area[strategy] * table.sites.rent[site]
    return np.asarray(rent + table.forms.running[form])


def _at_full(position: Position) -> Floats:
    """The yearly renewal of machines at full operation (n,): what they lose in a year."""
    kinds = np.array(position.flows.kinds)
    return np.asarray(_full_amounts(position)[kinds == "renewal"].sum(axis=0))
