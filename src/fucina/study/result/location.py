"""Seats and location alternatives, as evaluated."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.result.number import Estimated, Number, Spread
from fucina.study.schema.record import Id, Record


class SeatResult(Record):
    """A candidate seat: whom it reaches (shares of demand), what is near, whether it can be the hub."""

    id: Id
    within_20: Number
    within_30: Number
    within_45: Number
    mean_minutes: Number
    access: Number
    stops: Number
    university_km: Number
    holds_hub: bool
    holds_probability: Estimated
    """Probability that the whole programme fits, by the spread of both areas."""
    required_area: Number
    capacity: Number


class Proof(Record):
    """An optimum's certificate."""

    value: Number
    bound: Number
    gap: Number
    status: Literal["optimal", "feasible", "time_limit"]


class AlternativeResult(Record):
    id: str
    name: Text
    location: Id
    kind: Literal["do-nothing", "do-minimum", "hub", "hub-satellites", "diffuse"]
    seats: list[Id]
    shares: list[Number]
    strategy: str
    too_small: list[Id]
    proof: Proof | None

    @property
    def ranked(self) -> bool:
        """Whether it takes part in the ranking: feasible, and no baseline."""
        return not self.too_small and self.kind not in ("do-nothing", "do-minimum")


class CriterionCell(Record):
    """An alternative under a criterion: its own unit, and its value between worst (0) and best (1)."""

    alternative: str
    criterion: Id
    raw: Spread
    value: Number
