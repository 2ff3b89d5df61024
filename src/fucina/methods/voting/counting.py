"""Counting the coalitions of a weighted game by votes and size, without listing them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import comb

from fucina.methods.errors import MethodError
from fucina.methods.voting.weighted import WeightedGame

MOST_SUMS = 1_000_000

type BySize = tuple[int, ...]
type Sums = dict[int, int]


@dataclass(frozen=True)
class Tallying:
    """What a count keeps: a coalition counts as `no` for each player outside, `yes` for each one
    inside, moved up by `digit` bits for each, so that sizes are the digits of one big integer.

    >>> Tallying.by_size(3).digits(0b0011_0001, 2)
    (1, 3)
    """

    yes: int = 1
    no: int = 1
    digit: int = 0

    @classmethod
    def by_size(cls, players: int) -> "Tallying":
        """Coalitions by their number of members."""
        return cls(digit=players + 1)

    def digits(self, packed: int, length: int) -> BySize:
        """Counts by size out of one packed integer."""
        mask = (1 << self.digit) - 1
        return tuple(packed >> (self.digit * size) & mask for size in range(length))


def count_swings(game: WeightedGame, how: Tallying) -> tuple[int, ...]:
    """Each player's swings, packed as `how` says; exact.

    Generating functions (Mann and Shapley 1962), each player left out in turn by halving: the
    product for half of the players is the start for the other half, so no division is needed. Of
    the sums only those from which the quota is still within reach are kept. Players of equal
    weight are counted once.
    Raises MethodError where the votes are so fine that a million sums differ.

    >>> count_swings(WeightedGame((2, 1, 1), 3), Tallying())
    (3, 1, 1)
    """
    copies = Counter(game.weights)
    distinct = sorted(copies)
    extra = [w for w in distinct for _ in range(copies[w] - 1)]
    start = _add({0: 1}, extra, sum(distinct), game.quota, how)
    swings = {
        weight: sum(packed for votes, packed in sums.items() if votes >= game.quota - weight)
        for weight, sums in _without_each(distinct, start, game.quota, how)
    }
    return tuple(swings[weight] for weight in game.weights)


def count_losing(game: WeightedGame, how: Tallying) -> int:
    """Coalitions below the quota, packed as `how` says.

    >>> count_losing(WeightedGame((2, 1, 1), 3), Tallying())
    5
    """
    return sum(_add({0: 1}, sorted(game.weights), game.quota, game.quota, how).values())


def _without_each(
    weights: Sequence[int], sums: Sums, quota: int, how: Tallying
) -> Iterator[tuple[int, Sums]]:
    if len(weights) == 1:
        yield weights[0], sums
        return
    halves = weights[::2], weights[1::2]
    for kept, joining in (halves, halves[::-1]):
        reach = sum(kept)
        yield from _without_each(kept, _add(sums, joining, reach, quota, how), quota, how)


def _add(sums: Sums, joining: Iterable[int], reach: int, quota: int, how: Tallying) -> Sums:
    """Sums below the quota once each of `joining` is in or out; dropped where neither those still
    to join nor the `reach` of players after them can lift it to the quota."""
    waiting = list(joining)
    left = sum(waiting) + reach
    for weight in waiting:
        left -= weight
        low, last = quota - left, quota - weight
        grown = {votes: packed for votes, packed in sums.items() if votes >= low}
        if how.no != 1:
            grown = {votes: packed * how.no for votes, packed in grown.items()}
        for votes, packed in sums.items():
            if low - weight <= votes < last:
                more = (packed if how.yes == 1 else packed * how.yes) << how.digit
                grown[votes + weight] = grown.get(votes + weight, 0) + more
        sums = grown
        if len(sums) > MOST_SUMS:
            raise MethodError("weights: too fine to count exactly; round the votes to fewer digits")
    return sums


def swings_by_size(game: WeightedGame) -> tuple[BySize, ...]:
    """Each player's swings by the size of the coalition without that player.

    Counted on the dual game where its quota is lower: it turns sizes s into n - 1 - s.

    >>> swings_by_size(WeightedGame((1, 1), 2))
    ((0, 1), (0, 1))
    """
    small, n = game.reduced(), game.players
    how, dual = Tallying.by_size(n), small.dual()
    if dual.quota < small.quota:
        return tuple(how.digits(packed, n)[::-1] for packed in count_swings(dual, how))
    return tuple(how.digits(packed, n) for packed in count_swings(small, how))


def winning_by_size(game: WeightedGame) -> BySize:
    """Winning coalitions by size.

    >>> winning_by_size(WeightedGame((1, 1), 2))
    (0, 0, 1)
    """
    small, n = game.reduced(), game.players
    how = Tallying.by_size(n)
    losing = how.digits(count_losing(small, how), n + 1)
    return tuple(comb(n, size) - count for size, count in enumerate(losing))
