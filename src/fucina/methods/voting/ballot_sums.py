"""Every sum of votes in several ballots at once, in an array with an axis a ballot."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.voting.ballots import Ballots, Votes

type Objects = NDArray[np.object_]


def empty_sums(ballots: Ballots) -> Integers:
    """Nobody has voted: 1 at no votes, 0 at every other sum up to the quotas.

    >>> from fucina.methods.voting import Veto
    >>> from fucina.methods.voting.ballots import read_ballots
    >>> empty_sums(read_ballots(Veto(0))).tolist()
    [1, 0]
    """
    sums = np.zeros([quota + 1 for quota in ballots.quotas], dtype=np.int64)
    sums[(0,) * sums.ndim] = 1
    return sums


def sum_swings[S: (Floats, Objects)](
    ballots: Ballots, start: S, mix: Callable[[S, S], S]
) -> list[object]:
    """For each player, the total of the sums of the others in which the player decides.

    `mix` joins the sums with a player out and with the player in. Each player is left out in turn
    by halving: the sums after half of the players have voted are the start for the other half.

    >>> from fucina.methods.voting import AllOf, Veto, WeightedGame
    >>> from fucina.methods.voting.ballots import read_ballots
    >>> both = read_ballots(AllOf((WeightedGame((1, 1, 1), 2), Veto(0))))
    >>> sum_swings(both, empty_sums(both).astype(object), lambda out, joined: out + joined)
    [3, 1, 1]
    """
    distinct, extra = sorted(set(ballots.votes)), list(ballots.votes)
    for votes in distinct:
        extra.remove(votes)
    begun = vote(start, extra, mix)
    found = dict(_halve(begun, distinct, mix, winning_sums(ballots)))
    return [found[votes] for votes in ballots.votes]


def vote[S: (Floats, Objects)](sums: S, players: list[Votes], mix: Callable[[S, S], S]) -> S:
    """The sums, none beyond its quota, after these players have voted.

    >>> vote(np.array([1, 0, 0]), [(1,), (2,)], lambda out, joined: out + joined).tolist()
    [1, 1, 2]
    """
    for player in players:
        joined = sums
        for axis, votes in enumerate(player):
            if votes:
                joined = _move(joined, axis, votes)
        sums = mix(sums, joined)
    return sums


def winning_sums(ballots: Ballots) -> Booleans:
    """Which sums win.

    >>> from fucina.methods.voting import WeightedGame
    >>> from fucina.methods.voting.ballots import read_ballots
    >>> winning_sums(read_ballots(WeightedGame((1, 1), 2))).tolist()
    [False, False, True]
    """
    wins = np.zeros([quota + 1 for quota in ballots.quotas], dtype=np.bool_)
    for flags in np.ndindex(*([2] * wins.ndim)):
        if ballots.verdict(tuple(bool(flag) for flag in flags)):
            corner = tuple(
                slice(quota, None) if flag else slice(quota)
                for flag, quota in zip(flags, ballots.quotas, strict=True)
            )
            wins[corner] = True
    return wins


def _halve[S: (Floats, Objects)](
    sums: S, players: list[Votes], mix: Callable[[S, S], S], wins: Booleans
) -> Iterator[tuple[Votes, object]]:
    if len(players) == 1:
        with_them = [
            np.minimum(np.arange(size) + votes, size - 1)
            for size, votes in zip(wins.shape, players[0], strict=True)
        ]
        yield players[0], sums[~wins & wins[np.ix_(*with_them)]].sum()
        return
    halves = players[::2], players[1::2]
    for kept, joining in (halves, halves[::-1]):
        yield from _halve(vote(sums, joining, mix), kept, mix, wins)


def _move[S: (Floats, Objects)](sums: S, axis: int, votes: int) -> S:
    along = np.moveaxis(sums, axis, 0)
    moved = np.zeros_like(along)
    kept = max(along.shape[0] - votes, 0)
    moved[along.shape[0] - kept :] = along[:kept]
    moved[-1] += along[kept:].sum(axis=0)
    return np.moveaxis(moved, 0, axis)
