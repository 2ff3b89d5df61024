"""Lines: each service line's own account, the school's cohorts, and demand against plan."""

import numpy as np

from fucina.methods.cashflow import net_present_value
from fucina.study import demand
from fucina.study.evaluation.plain import TIMING, amounts
from fucina.study.finance.position import Position
from fucina.study.result.finance import DemandCheck, LineAccount, Row, SchoolAccount
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats
from fucina.study.school import School

COHORT_YEARS = 6


def lines(position: Position) -> list[LineAccount]:
    """Every service line of the combination's strategy."""
    table, flows = position.table, position.flows
    site, strategy, form, _ = table.plan.index[position.row]
    own = slice(table.strategies.first[strategy], table.strategies.first[strategy + 1])
    full = amounts(table, site, form, own)
    found = []
    for service in dict.fromkeys(s for s in flows.services if s):
        place = {
            kind: [
                i for i, s in enumerate(flows.services) if s == service and flows.kinds[i] == kind
            ]
            for kind in ("commercial", "competitive", "running", "renewal", "benefit")
        }
        worth = {
            kind: net_present_value(flows.lines[rows].sum(axis=0), table.common.rate, TIMING)
            for kind, rows in place.items()
        }
        mean = {kind: float(full[rows].sum(axis=0).mean()) for kind, rows in place.items()}
        net = worth["commercial"] + worth["competitive"] - worth["running"] - worth["renewal"]
        found.append(
            LineAccount(
                service=service,
                **mean,
                net_present=Spread.of(net),
                benefit_present=Spread.of(worth["benefit"]),
            )
        )
    return found


def schools(position: Position) -> list[SchoolAccount]:
    strategy = position.table.plan.index[position.row, 1]
    taught = position.table.programmes[strategy].schools
    return [_school(service, course) for service, course in taught.items()]


def _school(service: str, course: School) -> SchoolAccount:
    graduates = np.asarray(sum(year.graduates for year in course.years))
    return SchoolAccount(
        service=service,
        students=Spread.of(course.students),
        graduates=Spread.of(graduates),
        student_hours=Spread.of(course.student_hours),
        machine_hours=Spread.of(course.machine_hours),
        cost=Spread.of(course.cost),
        income=Spread.of(course.income),
        cost_per_hour=Spread.of(course.cost_per_hour),
        hours_by_teacher={name: float(h.mean()) for name, h in course.by_teacher.items()},
        cohorts=[
            Row(
                name=str(year.number),
                mean=[float(year.students.mean()) * (t >= year.delay) for t in range(COHORT_YEARS)],
            )
            for year in course.years
        ],
    )


def demand_checks(position: Position) -> list[DemandCheck]:
    """Service lines of the strategy that have uses: their plan against what users ask for."""
    table = position.table
    study, sample = table.plan.study, table.sample
    strategy = table.plan.strategies[int(table.plan.index[position.row, 1])]
    scale = sample.of("strategies", strategy.id, "scale")
    found = []
    for service in strategy.services:
        asked = demand.wanted(study, service, sample)
        if asked is None:
            continue
        planned: Floats = sample.of("services", service, "volume") * scale
        found.append(
            DemandCheck(
                service=service,
                planned=Spread.of(planned),
                asked=Spread.of(asked),
                met=Estimated.share(asked >= planned),
            )
        )
    return found
