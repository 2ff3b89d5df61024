"""Power: what each governance form would mean for each stakeholder."""

from typing import Literal

from fucina.study.result.number import Number
from fucina.study.schema.record import Id, Record


class PowerResult(Record):
    form: Id
    legal_form: str
    """The id of the form in :mod:`fucina.methods.statute`."""
    resolution: Literal["ordinary", "extraordinary"]
    votes: Literal["shares", "heads"]
    quorum: Number
    majority: Number
    majority_of: Literal["present", "all"]
    strict: bool
    article: str
    confirmed: bool
    banzhaf: list[Number]
    shapley: list[Number]
    blockers: list[Id]
    passage: Number
