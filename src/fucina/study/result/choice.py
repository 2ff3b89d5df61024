"""What the choice rests on: votes, other seats' chances, what to find out first, gates, and doing nothing."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.result.number import Estimated, Number, Spread
from fucina.study.schema.record import Id, Record


class CombinationResult(Record):
    """A site, a strategy and a form together. ``probability`` of being best, over stakeholders and draws;
    amounts in the study's currency (full euro), opening in months."""

    id: str
    alternative: str
    strategy: Id
    form: Id
    probability: Estimated
    capital: Spread
    net_cost: Spread
    cash_need: Spread
    benefit: Spread
    opening: Spread


class Share(Record):
    """Something with its probability."""

    id: str
    probability: Estimated


class VoteResult(Record):
    """What the members would choose under a form's own ordinary resolution, if each voted for what it values more.

    An alternative is chosen in a draw where it carries the resolution against every other; ``nothing`` is
    the probability that none does.
    """

    form: Id
    alternatives: list[Share]
    seats: list[Share]
    nothing: Estimated


class Switch(Record):
    """A figure that could put a seat first: where the stakeholders' mean values would tie.

    ``mean`` of the figure now; ``switching`` where both are equally good, other things as they are, and whether
    that lies ``within`` the figure's own bounds; ``favourable``: the seat's probability of being best in the
    tenth of the draws where the figure favours it most.
    """

    figure: str
    mean: Number
    switching: Number
    within: bool
    favourable: Estimated


class SeatCase(Record):
    """What must be true for a seat to be the right one. ``behind``: by how much it trails the best other seat
    (stakeholders' mean value, 0 to 1); ``switches`` from the strongest figure down."""

    seat: Id
    probability: Estimated
    behind: Spread
    switches: list[Switch]


class Worth(Record):
    """What it is worth to know a figure before deciding, at most: in stakeholders' mean value (0 to 1) and in the
    study's currency, at what a point of value is worth on the net-cost criterion. ``floor``: what is sure of it."""

    figure: str
    value: Estimated
    floor: Estimated
    money: Number


class Information(Record):
    """What it is worth to find out before deciding, from the most worth down.

    ``perfect`` and ``figures``: for the choice of the place, in the stakeholders' mean value; a ``point`` is the
    currency's amount for a whole point of it. ``perfect_economic`` and ``economic``: for the choice whether to go
    on, and with which strategy, at the proposed place: in the currency's economic net present value, nothing
    being one of the choices.
    """

    perfect: Estimated
    perfect_money: Number
    point: Number
    figures: list[Worth]
    perfect_economic: Estimated
    economic: list[Worth]


class GroupIndex(Record):
    """Shares of the variance of a result that a group of figures brings alone and in all (Sobol')."""

    group: str
    first: Estimated
    total: Estimated


class ConditionResult(Record):
    """Whether a gate's condition holds now: in what share of the draws, against the share asked for."""

    text: Text
    measure: str
    probability: Estimated
    asked: Number
    holds: bool


class GateResult(Record):
    """``month``: when it is reached. It opens where all its conditions hold."""

    gate: Id
    month: Spread
    opens: bool
    conditions: list[ConditionResult]


class Multiplier(Record):
    """By how much a part of the recommended combination would have to be multiplied for its economic net present
    value to be nothing."""

    part: Literal["benefit", "capital", "running", "income"]
    factor: Number | None


class Nothing(Record):
    """When doing nothing would be right: the probability that the recommended combination costs society more than
    it gives, and what would have to change for it on average."""

    benefit: Spread
    worse: Estimated
    multipliers: list[Multiplier]
