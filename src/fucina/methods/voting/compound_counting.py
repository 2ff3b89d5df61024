"""Counting the coalitions of a compound game by the votes in all its ballots."""

from math import prod
from typing import cast

from fucina.methods.errors import MethodError
from fucina.methods.voting.ballot_sums import (
    Objects,
    empty_sums,
    sum_swings,
    vote,
    winning_sums,
)
from fucina.methods.voting.ballots import Ballots
from fucina.methods.voting.counting import MOST_SUMS, Tallying


def count_compound_swings(ballots: Ballots, how: Tallying) -> tuple[int, ...]:
    """Each player's swings, packed as `how` says; exact.

    As for weighted games, over the votes in all ballots, none beyond its quota. Raises MethodError
    where there are more than a million sums of votes.

    >>> from fucina.methods.voting import AllOf, Veto, WeightedGame
    >>> from fucina.methods.voting.ballots import read_ballots
    >>> game = AllOf((WeightedGame((1, 1, 1), 2), Veto(0)))
    >>> count_compound_swings(read_ballots(game), Tallying())
    (3, 1, 1)
    """
    swings = sum_swings(ballots, _start(ballots), lambda out, joined: _mix(out, joined, how))
    return tuple(cast("int", count) for count in swings)


def count_compound_losing(ballots: Ballots, how: Tallying) -> int:
    """Losing coalitions, packed as `how` says.

    >>> from fucina.methods.voting import Veto
    >>> from fucina.methods.voting.ballots import read_ballots
    >>> count_compound_losing(read_ballots(Veto(0)), Tallying())
    1
    """
    players = list(ballots.votes)
    sums = vote(_start(ballots), players, lambda out, joined: _mix(out, joined, how))
    return cast("int", sums[~winning_sums(ballots)].sum())


def _start(ballots: Ballots) -> Objects:
    """Python's integers, which never overflow."""
    states = prod(quota + 1 for quota in ballots.quotas)
    if states > MOST_SUMS:
        raise MethodError(f"games: {states} sums of votes are too many to count exactly")
    return empty_sums(ballots).astype(object)


def _mix(out: Objects, joined: Objects, how: Tallying) -> Objects:
    mixed: Objects = out * how.no + (joined * how.yes << how.digit)
    return mixed
