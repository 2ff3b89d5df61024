"""Counting the coalitions of a weighted game by votes and size, without listing them."""

from fucina.methods.errors import MethodError
from fucina.methods.voting.weighted import WeightedGame

MOST_SUMS = 1_000_000

type BySize = tuple[int, ...]


def count_weighted(game: WeightedGame) -> tuple[BySize, tuple[BySize, ...]]:
    """Winning coalitions by size, and each player's swings by size; exact integers.

    Raises MethodError where the votes are so fine that a million sums differ.
    Generating functions (Mann and Shapley 1962): coalitions of the other players by votes; the
    sizes are packed as digits of one big integer, so adding a player is one shift and add for
    each sum of votes. Players of equal weight are counted once.

    >>> count_weighted(WeightedGame((1, 1), 2))
    ((0, 0, 1), ((0, 1), (0, 1)))
    """
    small = game.reduced()
    n, digit = small.players, small.players + 1
    all_sums = _by_votes(small.weights, sum(small.weights), digit)
    winning = sum(packed for votes, packed in all_sums.items() if votes >= small.quota)
    swings: dict[int, BySize] = {}
    for weight in set(small.weights):
        others = list(small.weights)
        others.remove(weight)
        sums = _by_votes(tuple(others), small.quota - 1, digit)
        pivotal = sum(packed for votes, packed in sums.items() if votes >= small.quota - weight)
        swings[weight] = _digits(pivotal, digit, n)
    return _digits(winning, digit, n + 1), tuple(swings[weight] for weight in small.weights)


def _by_votes(weights: tuple[int, ...], most: int, digit: int) -> dict[int, int]:
    """Number of coalitions by votes up to `most`; digit s of a number counts those of size s."""
    sums = {0: 1}
    for weight in sorted(weights):
        joined = [(v + weight, packed << digit) for v, packed in sums.items() if v + weight <= most]
        for votes, packed in joined:
            sums[votes] = sums.get(votes, 0) + packed
        if len(sums) > MOST_SUMS:
            raise MethodError("weights: too fine to count exactly; round the votes to fewer digits")
    return sums


def _digits(packed: int, digit: int, length: int) -> BySize:
    mask = (1 << digit) - 1
    return tuple(packed >> (digit * size) & mask for size in range(length))
