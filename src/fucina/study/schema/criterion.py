"""A criterion: what a location is judged by, on a declared scale from worst to best."""

from typing import Literal, Self

from pydantic import model_validator

from fucina.documents.text import Text
from fucina.study.schema.record import Id, Named
from fucina.study.schema.refusal import refuse

Measure = Literal[
    "access",  # demand reached, discounted by travel time
    "transit",  # public-transport stops near the seat
    "university",  # distance to the universities' engineering sites
    "net_cost",  # net present cost to the partners
    "opening",  # months until the doors open
    "cash_need",  # deepest cumulated cash shortfall
    "expansion",  # free area beyond the programme's
    "benefit",  # economic net present value, to firms and society
    "passage",  # probability that an ordinary resolution passes under the form
    "judged",  # a judged score, 0 to 10: the figure `<criterion>` of each seat, form or strategy
]


class Criterion(Named):
    description: Text
    measure: Measure
    of: Literal["seats", "forms", "strategies"] = "seats"
    """What a judged score is given to."""
    unit: str
    worst: float
    best: float
    digits: int = 1
    source: Id

    @model_validator(mode="after")
    def _has_a_scale(self) -> Self:
        if self.worst == self.best:
            raise refuse("no_scale")
        return self
