"""The charts of a run, for reports and pages: one object each, drawn anywhere."""

from collections.abc import Iterator

from fucina.documents.charts import Chart
from fucina.study.report.charts import (
    choice,
    comparators,
    governance,
    lines,
    money,
    partners,
    place,
    ranking,
    school,
    statements,
    time,
)
from fucina.study.report.names import Names
from fucina.study.result import Result
from fucina.study.schema import Study


def charts(study: Study, result: Result) -> dict[str, Chart]:
    """Every chart of a run by name; one with nothing to show is left out."""
    return {chart.name: chart for chart in _made(study, result) if chart is not None}


def _made(study: Study, result: Result) -> Iterator[Chart | None]:
    names = Names(study)
    yield comparators.comparators_area(study, result)
    yield comparators.comparators_staff(study, result)
    yield comparators.comparators_income(study, result)
    yield time.references(study)
    yield place.study_map(study, result, names)
    yield place.network_map(study, result, names)
    yield place.catchments(result, names)
    yield place.capacity(result, names)
    yield lines.demand(result, names)
    yield lines.portfolio_frontier(study, result, names)
    yield lines.core_index(result, names)
    yield lines.line_accounts(result, names)
    yield lines.thirds(result, names)
    yield governance.power(study, result, names)
    yield partners.power_money(result, names)
    yield choice.votes(result, names)
    yield school.cohorts(result)
    yield school.teachers(result, names)
    yield statements.monthly(result)
    yield statements.income(result)
    yield statements.cash_statement(result)
    yield statements.balance(result)
    yield money.cash(result)
    yield money.net_cost(result)
    yield partners.funding(result, names)
    yield governance.risk_matrix(study)
    yield governance.risk_matrix_after(study)
    yield money.cost_drivers(result, names)
    yield governance.groups(result)
    yield ranking.seat_probability(result, names)
    yield choice.strategy_probability(result, names)
    yield choice.form_probability(result, names)
    yield ranking.rank_acceptability(result)
    yield ranking.stakeholders(study, result, names)
    yield ranking.criteria(study, result)
    yield choice.regret(result)
    yield ranking.variants(result, names)
    yield ranking.drivers(result, names)
    yield choice.information(result, names)
    yield choice.information_economic(result, names)
    yield time.programme(result, names)
    yield time.openings(study, result)


__all__ = ["charts"]
