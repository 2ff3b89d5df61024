"""A stakeholder: a party to the decision, and what is known of the weights it gives the criteria."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.figure import Confidence, Kind
from fucina.study.schema.record import Day, Id, Named, Record


class WeightStatement(Record):
    """An ordinal statement: groups of criteria from the most to the least important.

    Criteria of one group are not compared; criteria left out are not constrained. An empty order says
    that nothing is known: every set of weights is equally likely.
    """

    order: list[list[Id]] = Field(default_factory=list)
    least: dict[Id, float] = Field(default_factory=dict)
    """Smallest weight of a criterion, as a share of all."""
    most: dict[Id, float] = Field(default_factory=dict)
    """Largest weight of a criterion, as a share of all."""
    kind: Kind
    source: Id
    date: Day
    confidence: Confidence
    owner: Id
    note: Text


class Stakeholder(Named):
    kind: Literal["business", "chamber", "university", "foundation", "company", "public"]
    role: Text
    source: Id
    weights: WeightStatement
