"""A travel time: the minutes from a demand point to a candidate seat, where they were measured or routed."""

from pydantic import Field

from fucina.study.schema.record import Id, Record


class TravelTime(Record):
    """``origin`` is the ISTAT code of a municipality or the id of a zone. A pair that is left out is
    estimated from the straight line, as all are where there is no table."""

    origin: str = Field(min_length=1)
    seat: Id
    minutes: float = Field(ge=0, le=1440)
