"""The decision: which alternative ranks first, for whom, how surely, and what that rests on."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.result.choice import (
    GateResult,
    GroupIndex,
    Information,
    Nothing,
    SeatCase,
    VoteResult,
)
from fucina.study.result.number import Estimated, Number, Spread
from fucina.study.schema.record import Id, Record


class Ranked(Record):
    """Something ranked (an alternative, a seat, a hypothesis) with its probability of being best."""

    id: str
    probability: Estimated
    expected_rank: Number | None = None
    acceptability: list[Number] = []
    central_weights: list[Number] = []
    borda: Number | None = None
    regret: Spread | None = None
    """By how much its value falls short of the best one's in a draw (stakeholders' mean, 0 to 1)."""


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
    """The decision. Seat, location alternative, strategy and form are chosen together: a probability is the share,
    over stakeholders and draws, in which the best combination of all has that seat, that alternative, and so on.

    ``recommended`` is the alternative, ``combination`` with ``strategy`` and ``form`` what is proposed whole.
    ``alternatives`` in order of the group's probability, each compared in its best version. ``sensitive`` if
    any variant changes the seat.
    """

    recommended: str
    combination: str
    strategy: Id
    form: Id
    combination_probability: Estimated
    strategies: list[Ranked]
    forms: list[Ranked]
    votes: list[VoteResult]
    cases: list[SeatCase]
    information: Information
    groups: list[GroupIndex]
    gates: list[GateResult]
    nothing: Nothing
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
