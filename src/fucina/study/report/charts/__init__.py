"""The charts of a run, for reports and pages: one object each, drawn anywhere."""

from fucina.documents.charts import Chart
from fucina.study.report.charts.governance import power, risk_matrix
from fucina.study.report.charts.money import cash, cost_drivers, net_cost
from fucina.study.report.charts.place import study_map
from fucina.study.report.charts.ranking import (
    drivers,
    rank_acceptability,
    seat_probability,
    stakeholders,
    variants,
)
from fucina.study.report.charts.time import programme, references
from fucina.study.report.names import Names
from fucina.study.result import Result
from fucina.study.schema import Study


def charts(study: Study, result: Result) -> dict[str, Chart]:
    """Every chart of a run by name; one with nothing to show is left out."""
    names = Names(study)
    made = [
        study_map(study, result, names),
        seat_probability(result, names),
        rank_acceptability(result),
        stakeholders(study, result, names),
        variants(result, names),
        drivers(result, names),
        cash(result),
        net_cost(result),
        cost_drivers(result, names),
        programme(result, names),
        power(study, result, names),
        risk_matrix(study),
        references(study),
    ]
    return {chart.name: chart for chart in made if chart is not None}


__all__ = ["charts"]
