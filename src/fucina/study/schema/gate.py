"""A gate: the point of the programme where one decides to go on, and on which conditions."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.record import Id, Named, Record

GateMeasure = Literal[
    "opening", "capital", "net_cost", "cash_need", "benefit", "seat_probability", "figure"
]


class Condition(Record):
    """``limit`` is in the measure's unit (months, million of the study's currency, share, or the figure's own);
    the condition holds where it is met in at least ``confidence`` of the draws."""

    text: Text
    measure: GateMeasure
    figure: str | None = None
    direction: Literal["at-most", "at-least"]
    limit: float
    confidence: float = Field(default=0.8, gt=0, le=1)


class Gate(Named):
    after: list[Id] = Field(min_length=1)
    question: Text
    condition: list[Condition] = Field(min_length=1)
    source: Id
