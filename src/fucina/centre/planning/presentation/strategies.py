"""Strategies: which service lines each offers, whether their users ask for what is planned, and which lines belong
in any good portfolio."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.overview import recommended_money
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import of_subject, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import DemandCheck, LineAccount, Portfolio
from fucina.study.schema import Strategy


@dataclass(frozen=True)
class Option:
    """A strategy as a card tells it."""

    id: str
    name: str
    description: str
    archetype: str
    share: str
    proposed: bool
    lines: list[str]
    figures: Table


@dataclass(frozen=True)
class Strategies:
    best: str
    share: str
    options: list[Option]
    compared: Table
    lines: Table
    demand: Table
    portfolio: Table | None
    frontier: Table | None
    robust: str


def strategies(reader: Reader) -> Strategies:
    found = reader.result.decision
    chances = {s.id: s.probability for s in found.strategies}
    portfolio = reader.result.finance.portfolio
    return Strategies(
        best=reader.name("strategies", found.strategy),
        share=reader.probability(chances[found.strategy]),
        options=[_option(reader, s) for s in reader.study.strategies],
        compared=_compared(reader),
        lines=lines(reader),
        demand=_demand(reader),
        portfolio=_portfolio(reader, portfolio) if portfolio else None,
        frontier=_frontier(reader, portfolio) if portfolio else None,
        robust=reader.number(portfolio.robust) if portfolio else "",
    )


def _option(reader: Reader, strategy: Strategy) -> Option:
    chances = {s.id: s.probability for s in reader.result.decision.strategies}
    chance = chances.get(strategy.id)
    return Option(
        id=strategy.id,
        name=reader.said(strategy.name),
        description=reader.said(strategy.description),
        archetype=reader.said(strategy.archetype),
        share=reader.probability(chance) if chance else "",
        proposed=strategy.id == reader.result.decision.strategy,
        lines=[reader.name("services", s) for s in strategy.services],
        figures=resting(
            reader,
            of_subject(reader, "strategies", strategy.id),
            reader.said(strategy.name),
            own=True,
        ),
    )


def _compared(reader: Reader) -> Table:
    columns = [
        text_column(_("Strategy")),
        number_column(_("Probability of being best")),
        number_column(_("Firms")),
        number_column(_("Competitive grants")),
        number_column(_("Core funding")),
        number_column(_("Floor area"), "m²"),
        number_column(pgettext("planning", "Staff"), _("FTE")),
        number_column(_("Equipment")),
    ]
    chances = {s.id: s.probability for s in reader.result.decision.strategies}
    rows: list[Row] = []
    for plan in reader.result.finance.planned:
        chance = chances.get(plan.strategy)
        rows.append(
            row(
                [
                    reader.name("strategies", plan.strategy),
                    cell(reader.probability(chance), value=chance.value)
                    if chance
                    else cell(_("baseline"), value=-1),
                    cell(reader.percent(plan.commercial_share), value=plan.commercial_share),
                    cell(reader.percent(plan.competitive_share), value=plan.competitive_share),
                    cell(reader.percent(plan.core_share), value=plan.core_share),
                    cell(reader.number(plan.area), value=plan.area),
                    cell(reader.number(plan.staff), value=plan.staff),
                    cell(reader.millions(plan.equipment.mean), value=plan.equipment.mean),
                ],
                emphasis=plan.strategy == reader.result.decision.strategy,
            )
        )
    return Table(_("The strategies at full operation"), columns, rows)


def lines(reader: Reader) -> Table:
    columns = [
        text_column(_("Service line")),
        number_column(_("Income from firms a year")),
        number_column(_("Competitive grants a year")),
        number_column(_("Running costs a year")),
        number_column(_("To the centre, present value")),
        number_column(_("To firms and society, present value")),
    ]
    return Table(
        _("The lines of the proposed strategy"),
        columns,
        [_line(reader, line) for line in reader.result.finance.lines],
    )


def _line(reader: Reader, line: LineAccount) -> Row:
    amounts = (line.commercial, line.competitive, line.running)
    spreads = (line.net_present, line.benefit_present)
    return row(
        [
            cell(
                reader.name("services", line.service),
                url=f"{reader.url('services')}#{line.service}",
            ),
            *(cell(reader.millions(amount, 2), value=amount) for amount in amounts),
            *(
                cell(reader.millions(s.mean), value=s.mean, note=reader.millions_range(s))
                for s in spreads
            ),
        ]
    )


def _demand(reader: Reader) -> Table:
    columns = [
        text_column(_("Service line")),
        number_column(_("Planned a year")),
        number_column(_("Asked for a year")),
        number_column(_("Demand is enough in")),
    ]
    return Table(
        _("What users ask for, against the plan"),
        columns,
        [_check(reader, check) for check in reader.result.finance.demand],
    )


def _check(reader: Reader, check: DemandCheck) -> Row:
    service = next(s for s in reader.study.services if s.id == check.service)
    unit = reader.said(service.unit_name)
    return row(
        [
            cell(
                reader.said(service.name), url=f"{reader.url('services')}#{service.id}", note=unit
            ),
            *(
                cell(
                    reader.number(s.mean),
                    value=s.mean,
                    note=f"{reader.number(s.p05)} – {reader.number(s.p95)}",
                )
                for s in (check.planned, check.asked)
            ),
            cell(reader.probability(check.met), value=check.met.value),
        ],
        emphasis=check.met.value < 0.5,
    )


def _portfolio(reader: Reader, found: Portfolio) -> Table:
    columns = [
        text_column(_("Service line")),
        number_column(_("In the good portfolios")),
        number_column(_("Net public cost")),
        text_column(pgettext("planning", "Place")),
        text_column(_("In the proposed strategy")),
    ]
    proposed = set(_strategy(reader).services)
    rows = [
        row(
            [
                reader.name("services", line),
                cell(reader.percent(share), value=share),
                cell(reader.millions(cost * 1e6), value=cost),
                _core(share),
                _("Yes") if line in proposed else _("No"),
            ],
            emphasis=(share >= 1) != (line in proposed) and share in (0.0, 1.0),
        )
        for line, share, cost in sorted(
            zip(found.lines, found.core_index, found.cost, strict=True), key=lambda x: -x[1]
        )
    ]
    return Table(_("Which lines belong in any good portfolio"), columns, rows)


def _core(share: float) -> str:
    if share >= 1:
        return _("Core: in all of them")
    return _("Outside: in none") if share <= 0 else _("Borderline: it depends on what matters more")


def _frontier(reader: Reader, found: Portfolio) -> Table:
    columns = [
        text_column(_("Lines")),
        number_column(_("Net public cost")),
        number_column(_("Benefit to firms and society")),
    ]
    rows = [
        row(
            [
                ", ".join(reader.name("services", line) for line in point.lines) or _("none"),
                cell(reader.millions(point.cost * 1e6), value=point.cost),
                cell(reader.millions(point.benefit * 1e6), value=point.benefit),
            ]
        )
        for point in found.frontier
    ]
    return Table(_("The most benefit for every net public cost"), columns, rows)


def _strategy(reader: Reader) -> Strategy:
    wanted = recommended_money(reader).strategy
    return next(s for s in reader.study.strategies if s.id == wanted)
