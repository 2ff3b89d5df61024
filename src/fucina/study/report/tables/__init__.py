"""The tables of a run, for reports, pages and files."""

from fucina.documents.tables import Table
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import alternative_names
from fucina.study.report.tables.money import cash_flow, combinations
from fucina.study.report.tables.planned import courses, machines, planned, services
from fucina.study.report.tables.power import forms, power
from fucina.study.report.tables.programme import milestones, programme, references
from fucina.study.report.tables.ranking import (
    cost_drivers,
    criteria,
    drivers,
    ranking,
    stakeholders,
    variants,
)
from fucina.study.report.tables.register import figures, sources
from fucina.study.report.tables.risk import risks
from fucina.study.report.tables.seats import alternatives, seats
from fucina.study.result import Result
from fucina.study.schema import Study

__all__ = [
    "alternative_names",
    "alternatives",
    "cash_flow",
    "combinations",
    "cost_drivers",
    "courses",
    "criteria",
    "drivers",
    "figures",
    "forms",
    "machines",
    "milestones",
    "planned",
    "power",
    "programme",
    "ranking",
    "references",
    "risks",
    "seats",
    "services",
    "sources",
    "stakeholders",
    "tables",
    "variants",
]


def tables(study: Study, result: Result) -> list[Table]:
    """Every table that a run writes to its ``tables`` folder."""
    names = Names(study)
    return [
        seats(study, result, names),
        alternatives(result, names),
        ranking(result),
        criteria(study, result),
        stakeholders(study, result, names),
        variants(result, names),
        drivers(result, names),
        cost_drivers(result, names),
        combinations(study, result, names),
        cash_flow(result),
        planned(result, names),
        programme(result, names),
        power(study, result, names),
        risks(study),
        references(study),
        milestones(study),
        services(study),
        machines(study),
        courses(study),
        figures(study, names),
        sources(study),
    ]
