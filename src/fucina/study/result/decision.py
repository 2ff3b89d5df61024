"""The decision: which alternative ranks first, for whom, how surely, and what that rests on."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.result.number import Estimated, Number
from fucina.study.schema.record import Id, Record


class Ranked(Record):
    """Something ranked (an alternative, a seat, a hypothesis) with its probability of being best."""

    id: str
    probability: Estimated
    expected_rank: Number | None = None
    acceptability: list[Number] = []
    central_weights: list[Number] = []
    borda: Number | None = None


class StakeholderView(Record):
    """One stakeholder's result: its favourite, how surely, and how it likes every alternative."""

    id: Id
    best: str
    probability: Estimated
    probabilities: list[Estimated]
    expected_ranks: list[Number]
    agrees: bool


class Variant(Record):
    """The same question asked otherwise: another proxy of demand, a criterion left out, all judged
    criteria left out, or nothing assumed of anyone's weights."""

    id: str
    kind: Literal["proxy", "criterion", "judgement", "weights"]
    name: Text
    alternative: str
    seat: Id
    probability: Estimated
    of_recommended: Estimated
    changes_alternative: bool
    changes_seat: bool


class Driver(Record):
    """A figure that moves the answer: its share of the variance, and the answer at its low and high third."""

    figure: str
    share: Estimated
    low_third: Number
    high_third: Number


class Decision(Record):
    """``alternatives`` in order of the group's probability. ``sensitive`` if any variant changes the seat."""

    recommended: str
    seat: Id
    probability: Estimated
    seat_probability: Estimated
    runner_up: str
    ahead_of_runner_up: Estimated
    sensitive: bool
    concordance: Number
    alternatives: list[Ranked]
    seats: list[Ranked]
    kinds: list[Ranked]
    stakeholders: list[StakeholderView]
    pairwise: list[list[Number]]
    variants: list[Variant]
    drivers: list[Driver]
    compromise_borda: str
    compromise_regret: str
