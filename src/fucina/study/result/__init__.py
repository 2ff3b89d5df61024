"""What a study's run answers: one object, written to results.json and read by reports and pages."""

from fucina.study.result.decision import Decision, Driver, Ranked, StakeholderView, Variant
from fucina.study.result.finance import Band, Combination, Finance, Planned
from fucina.study.result.location import AlternativeResult, CriterionCell, SeatResult
from fucina.study.result.number import Estimated, Spread
from fucina.study.result.programme import ActivityTimes, ProgrammeResult
from fucina.study.result.result import Result
from fucina.study.result.statute import PowerResult

__all__ = [
    "ActivityTimes",
    "AlternativeResult",
    "Band",
    "Combination",
    "CriterionCell",
    "Decision",
    "Driver",
    "Estimated",
    "Finance",
    "Planned",
    "PowerResult",
    "ProgrammeResult",
    "Ranked",
    "Result",
    "SeatResult",
    "Spread",
    "StakeholderView",
    "Variant",
]
