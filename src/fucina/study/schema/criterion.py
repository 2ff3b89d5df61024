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
    "judged",  # a judged score per seat: the figure `<criterion>` of each seat, 0 to 10
]


class Criterion(Named):
    description: Text
    measure: Measure
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
