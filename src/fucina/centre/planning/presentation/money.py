"""Money: what the recommended hypothesis costs, year by year, and against the others."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.overview import drivers, recommended_money
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import parameters, resting
from fucina.centre.planning.presentation.returns import (
    bridge,
    indicators,
    method,
    partners,
    sources,
)
from fucina.centre.planning.presentation.statements import Statement, statement
from fucina.centre.planning.presentation.strategies import lines
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.report.words import TIMING

FIGURES = (
    "discount-rate", "capex", "cost-growth", "plot-ratio", "building-life", "price-drift", "staff-cost",
    "personnel-share", "utilisation", "utilisation-plan", "member-churn", "demand-elasticity",
    "public-capex-share", "core-share", "advance-share", "social-discount-rate", "bridge-rate",
    "conversion-works", "conversion-running",
)  # fmt: skip


@dataclass(frozen=True)
class Money:
    alternative: str
    net_cost: str
    net_cost_range: str
    key_figures: list[dict[str, str]]
    timing: str
    years: str
    irr: str
    statement: Statement
    combinations: Table
    lines: Table
    indicators: Table
    method: list[dict[str, str]]
    bridge: list[dict[str, str]]
    partners: Table
    sources: Table
    thirds: Table
    drivers: Table
    resting: Table


def money(reader: Reader, statement_asked: str = "") -> Money:
    found = recommended_money(reader)
    years = reader.result.finance.years
    return Money(
        alternative=reader.alternative(found.alternative),
        net_cost=reader.millions(found.net_cost.mean),
        net_cost_range=reader.millions_range(found.net_cost),
        key_figures=_key_figures(reader),
        timing=reader.said(TIMING[reader.result.finance.timing]),
        years=f"{years[0]}–{years[-1]}",
        irr=_irr(reader),
        statement=statement(reader, statement_asked),
        combinations=_combinations(reader),
        lines=lines(reader),
        indicators=indicators(reader),
        method=method(reader),
        bridge=bridge(reader),
        partners=partners(reader),
        sources=sources(reader),
        thirds=_thirds(reader),
        drivers=drivers(reader, "net_cost", _("Figures that move the net cost")),
        resting=resting(reader, parameters(*FIGURES), _("Figures that every sum rests on")),
    )


def _irr(reader: Reader) -> str:
    finance = reader.result.finance
    if len(finance.irr) == 1:
        return _("The internal rate of return on the mean flows is %(rate)s.") % {
            "rate": reader.percent(finance.irr[0], 1)
        }
    return _(
        "The mean flows have no single internal rate of return: the capital does not come back from the centre’s own income."
    )


def _key_figures(reader: Reader) -> list[dict[str, str]]:
    found = recommended_money(reader)
    return [
        {
            "label": _("Investment before the opening"),
            "value": reader.millions(found.capital.mean),
            "url": "#how",
            "note": reader.millions_range(found.capital),
        },
        {
            "label": _("Deepest cash shortfall"),
            "value": reader.millions(found.cash_need.mean),
            "url": "#how",
            "note": reader.millions_range(found.cash_need, 1),
        },
        {
            "label": _("Yearly benefit that would pay it back"),
            "value": reader.millions(found.break_even_benefit.mean),
            "url": "#how",
            "note": _("to firms and society, at full operation"),
        },
        {
            "label": _("Return on the capital alone is negative"),
            "value": reader.percent(found.fnpv_negative.value),
            "url": "#how",
            "note": _("of the futures: a competence centre is not a business"),
        },
    ]


def _combinations(reader: Reader) -> Table:
    columns = [
        text_column(_("Hypothesis")),
        text_column(_("Strategy")),
        number_column(_("Investment")),
        number_column(_("Net present cost")),
        number_column(_("90% of the futures")),
        number_column(_("Cash shortfall")),
        number_column(_("Break-even benefit a year")),
    ]
    rows: list[Row] = [
        row(
            [
                reader.alternative(c.alternative),
                reader.name("strategies", c.strategy) if c.strategy else "–",
                cell(reader.millions(c.capital.mean), value=c.capital.mean),
                cell(reader.millions(c.net_cost.mean), value=c.net_cost.mean),
                reader.millions_range(c.net_cost),
                cell(reader.millions(c.cash_need.mean), value=c.cash_need.mean),
                cell(reader.millions(c.break_even_benefit.mean), value=c.break_even_benefit.mean),
            ],
            emphasis=c is recommended_money(reader),
        )
        for c in reader.result.finance.combinations
    ]
    return Table(_("Hypotheses and strategies"), columns, rows)


def _thirds(reader: Reader) -> Table:
    columns = [
        text_column(_("Strategy")),
        number_column(_("Firms")),
        number_column(_("Competitive grants")),
        number_column(_("Core funding")),
        number_column(_("Floor area"), "m²"),
        number_column(pgettext("planning", "Staff"), _("FTE")),
        number_column(_("Equipment")),
    ]
    rows: list[Row] = [
        row(
            [
                reader.name("strategies", plan.strategy),
                cell(reader.percent(plan.commercial_share), value=plan.commercial_share),
                cell(reader.percent(plan.competitive_share), value=plan.competitive_share),
                cell(reader.percent(plan.core_share), value=plan.core_share),
                cell(reader.number(plan.area), value=plan.area),
                cell(reader.number(plan.staff), value=plan.staff),
                cell(reader.millions(plan.equipment.mean), value=plan.equipment.mean),
            ],
            emphasis=plan.strategy == reader.result.decision.strategy,
        )
        for plan in reader.result.finance.planned
    ]
    return Table(_("Where the income would come from at full operation"), columns, rows)
