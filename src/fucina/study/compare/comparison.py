"""What a comparison answers: one object, for the command line and for the pages."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.result.number import Estimated, Number
from fucina.study.schema.record import Record

Change = Literal["added", "removed", "changed"]
SURE = 1.96
"""Standard errors from which on a difference is held to be more than noise (95 %)."""


class FieldChange(Record):
    """A field as it was and as it is, in words."""

    field: str
    before: str | None
    after: str | None


class FigureChange(Record):
    """A figure that was added, removed or changed. ``moves``: its value or its distribution is another, so that
    results can move; else only where it comes from."""

    key: str
    name: Text
    change: Change
    moves: bool
    fields: list[FieldChange]


class RecordChange(Record):
    """A record of a noun (its plural, or ``header``); ``moves`` as of a figure."""

    noun: str
    id: str
    name: Text
    change: Change
    moves: bool
    fields: list[FieldChange]


class Setting(Record):
    """What the two runs were made with, where it differs."""

    name: Literal["draws", "seed", "engine", "proxy"]
    before: str
    after: str


class Proposal(Record):
    """What a run proposes, by id and by name."""

    combination: str
    seat: str
    names: list[Text]
    """Of the seat, the location alternative, the strategy and the legal form."""


class Moved(Record):
    """A probability or a mean in the two runs. ``z`` is the difference over its standard error if the draws had nothing
    in common; with the same seed they have, and the true z is greater. Nothing where one run does not have it."""

    id: str
    name: Text
    before: Estimated | None
    after: Estimated | None
    difference: Number | None
    z: Number | None

    @property
    def noise(self) -> bool:
        """Whether the difference may be noise."""
        return not self.difference if self.z is None else abs(self.z) < SURE


class Part(Record):
    """What a group of changes moved: applied ``alone`` to the first study; missing if all but it are applied
    (``last``); and on average over every order in which the groups can be applied (``share``, Shapley's value)."""

    nouns: list[str]
    changes: int
    alone: Estimated
    last: Estimated
    share: Estimated


class Measure(Record):
    """Something of the answer, and which changes moved it.

    ``before`` and ``after`` are computed anew with common draws: their ``difference`` is the sum of the parts’
    shares. ``observed`` is the difference of the two runs as they stand; ``rest``, what it has besides: other draws, seed
    or engine.
    """

    id: Literal["seat_before", "seat_after", "net_cost"]
    subject: str
    name: Text
    before: Estimated
    after: Estimated
    difference: Estimated
    observed: Number
    rest: Number
    parts: list[Part]

    @property
    def noise(self) -> bool:
        """Whether the difference may be noise, though the draws are the same."""
        return abs(self.difference.value) < SURE * self.difference.se or not self.difference.value


class Attribution(Record):
    """``draws`` and ``seed`` of the common draws. Groups that cannot be applied one without the other are one."""

    draws: int
    seed: int
    measures: list[Measure]


class Comparison(Record):
    study: str
    name: Text
    same_answer: bool
    before: Proposal
    after: Proposal
    settings: list[Setting]
    figures: list[FigureChange]
    records: list[RecordChange]
    seats: list[Moved]
    strategies: list[Moved]
    forms: list[Moved]
    money: list[Moved]
    """The proposed combinations’ means, in full units of the study’s currency; the opening in months."""
    attribution: Attribution | None
    unattributed: Literal["nothing-moves", "not-asked", "not-computable"] | None
    """Why there is no attribution. ``not-computable``: this version of the program cannot compute one of the studies."""

    @property
    def moving(self) -> int:
        """How many changes can move results."""
        return sum(c.moves for c in self.figures) + sum(c.moves for c in self.records)
