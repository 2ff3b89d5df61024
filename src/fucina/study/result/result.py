"""The whole result of a run."""

from fucina.study.result.choice import CombinationResult
from fucina.study.result.decision import Decision
from fucina.study.result.finance import Finance
from fucina.study.result.location import AlternativeResult, CriterionCell, SeatResult
from fucina.study.result.programme import ProgrammeResult
from fucina.study.result.statute import PowerResult
from fucina.study.schema.record import Record


class Result(Record):
    """Everything that depends on the draws or is derived; what the study says itself is in study.json."""

    fucina: str
    study: str
    fingerprint: str
    draws: int
    seed: int
    proxy: str
    demand_points: int
    seats: list[SeatResult]
    alternatives: list[AlternativeResult]
    combinations: list[CombinationResult]
    """Every ranked combination, from the most probable down."""
    criteria: list[CriterionCell]
    decision: Decision
    finance: Finance
    programme: ProgrammeResult
    governance: list[PowerResult]
    younger_than_as_of: list[str]
    """Keys of figures dated after the study's as-of date."""
