"""The tables of a run, for reports, pages and files."""

from collections.abc import Iterator

from fucina.documents.tables import Table
from fucina.study.report.names import Names
from fucina.study.report.tables.area import area_programme, network, seat_fit
from fucina.study.report.tables.bodies import bodies, partners, votes
from fucina.study.report.tables.choice import (
    cases,
    choices,
    combination_ranking,
    gates,
    groups,
    information,
    information_economic,
    nothing,
)
from fucina.study.report.tables.columns import alternative_names
from fucina.study.report.tables.comparators import comparators
from fucina.study.report.tables.lines import demand, frontier, lines, portfolio, posts, segments
from fucina.study.report.tables.money import cash_flow, combinations
from fucina.study.report.tables.planned import courses, machines, planned, services
from fucina.study.report.tables.power import forms, power, rules
from fucina.study.report.tables.programme import milestones, programme, references
from fucina.study.report.tables.ranking import (
    cost_drivers,
    criteria,
    drivers,
    ranking,
    stakeholders,
    variants,
)
from fucina.study.report.tables.register import (
    assumptions,
    correlations,
    datasets,
    figures,
    sources,
)
from fucina.study.report.tables.returns import bridge, funding, returns
from fucina.study.report.tables.risk import risks
from fucina.study.report.tables.school import school, school_accounts, school_plan
from fucina.study.report.tables.seats import alternatives, seats
from fucina.study.report.tables.statements import (
    balance,
    cash_statement,
    income,
    monthly,
    side_by_side,
)
from fucina.study.result import Result
from fucina.study.schema import Study

__all__ = [
    "alternative_names",
    "alternatives",
    "area_programme",
    "assumptions",
    "balance",
    "bodies",
    "bridge",
    "cases",
    "cash_flow",
    "cash_statement",
    "choices",
    "combination_ranking",
    "combinations",
    "comparators",
    "correlations",
    "cost_drivers",
    "courses",
    "criteria",
    "datasets",
    "demand",
    "drivers",
    "figures",
    "forms",
    "frontier",
    "funding",
    "gates",
    "groups",
    "income",
    "information",
    "information_economic",
    "lines",
    "machines",
    "milestones",
    "monthly",
    "network",
    "nothing",
    "partners",
    "planned",
    "portfolio",
    "posts",
    "power",
    "programme",
    "ranking",
    "references",
    "returns",
    "risks",
    "rules",
    "school",
    "school_accounts",
    "school_plan",
    "seat_fit",
    "seats",
    "segments",
    "services",
    "side_by_side",
    "sources",
    "stakeholders",
    "tables",
    "variants",
    "votes",
]


def tables(study: Study, result: Result) -> list[Table]:
    """Every table that a run writes to its ``tables`` folder."""
    return list(_made(study, result))


def _made(study: Study, result: Result) -> Iterator[Table]:
    names = Names(study)
    yield comparators(study)
    yield references(study)
    yield area_programme(study, names)
    yield seat_fit(study, result, names)
    yield network(result, names)
    yield seats(study, result, names)
    yield alternatives(result, names)
    yield segments(study)
    yield demand(study, result, names)
    yield planned(result, names)
    yield services(study)
    yield posts(study, names)
    yield machines(study)
    yield courses(study)
    yield portfolio(result, names)
    yield frontier(result, names)
    yield lines(result, names)
    yield forms(study, result, names)
    yield rules(result, names)
    yield bodies(study, names)
    yield power(study, result, names)
    yield votes(result, names)
    yield partners(result, names)
    yield school(result, names)
    yield school_accounts(study)
    yield school_plan(study)
    yield monthly(result)
    yield income(result)
    yield cash_statement(result)
    yield balance(result)
    yield cash_flow(result)
    yield combinations(study, result, names)
    yield funding(study, result)
    yield returns(result)
    yield bridge(result)
    yield risks(study, names)
    yield cost_drivers(result, names)
    yield groups(result)
    yield choices(result, names)
    yield combination_ranking(result, names)
    yield ranking(result)
    yield criteria(study, result)
    yield stakeholders(study, result, names)
    yield variants(result, names)
    yield drivers(result, names)
    yield cases(study, result, names)
    yield information(study, result, names)
    yield information_economic(study, result, names)
    yield nothing(result)
    yield programme(result, names)
    yield gates(result, names)
    yield milestones(study)
    yield assumptions(study, result, names)
    yield figures(study, names)
    yield datasets(study, names)
    yield correlations(study, names)
    yield sources(study)
