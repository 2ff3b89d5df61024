"""Time: when each alternative opens, and what holds up the recommended one."""

from fucina.study.result.number import Estimated, Number, Spread
from fucina.study.schema.record import Id, Record


class ActivityTimes(Record):
    """Months from the decision. ``critical``: probability of being on the critical path."""

    activity: Id
    start: Spread
    finish: Spread
    critical: Estimated


class ProgrammeResult(Record):
    activities: list[ActivityTimes]
    opening: Spread
    planned_months: Number
    within_48: Estimated
    within_72: Estimated
