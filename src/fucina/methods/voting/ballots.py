"""A game made of weighted games, read as several ballots counted at once."""

from collections.abc import Callable
from dataclasses import dataclass

from fucina.methods.voting.compound import AllOf, AnyOf, Dual, Veto
from fucina.methods.voting.game import Game
from fucina.methods.voting.weighted import WeightedGame

type Votes = tuple[int, ...]
type Verdict = Callable[[tuple[bool, ...]], bool]


@dataclass(frozen=True)
class Ballots:
    """Quota of each ballot, each player's votes in every ballot, and which won ballots decide.

    >>> game = AllOf((WeightedGame((2, 1), 2), Veto(1)))
    >>> both = read_ballots(game)
    >>> both.quotas, both.votes, both.wins((2, 0)), both.wins((2, 1))
    ((2, 1), ((2, 0), (1, 1)), False, True)
    """

    quotas: Votes
    votes: tuple[Votes, ...]
    verdict: Verdict

    def wins(self, votes: Votes) -> bool:
        """Whether these sums of votes, one a ballot, carry the game."""
        return self.verdict(tuple(v >= q for v, q in zip(votes, self.quotas, strict=True)))

    def join(self, votes: Votes, more: Votes) -> Votes:
        """Sums with more votes, none counted beyond its quota."""
        return tuple(min(v + m, q) for v, m, q in zip(votes, more, self.quotas, strict=True))


def read_ballots(game: Game) -> Ballots | None:
    """The ballots of a game of WeightedGame, Veto, AllOf, AnyOf and Dual; None for any other.

    >>> read_ballots(Veto(0)).quotas
    (1,)
    """
    parts: list[WeightedGame] = []
    verdict = _read(game, game.players, parts)
    if verdict is None:
        return None
    votes = tuple(zip(*(part.weights for part in parts), strict=True))
    return Ballots(tuple(part.quota for part in parts), votes, verdict)


def _read(game: Game, players: int, parts: list[WeightedGame]) -> Verdict | None:
    match game:
        case WeightedGame():
            return _ballot(game.reduced(), parts)
        case Veto(player):
            only = tuple(int(i == player) for i in range(players))
            return _ballot(WeightedGame(only, 1), parts)
        case Dual(WeightedGame() as inner):
            return _ballot(inner.reduced().dual(), parts)
        case Dual(Dual() | Veto() as inner):
            return _read(inner.game if isinstance(inner, Dual) else inner, players, parts)
        case Dual(AllOf(games)):
            return _read(AnyOf(tuple(_dual(inner) for inner in games)), players, parts)
        case Dual(AnyOf(games)):
            return _read(AllOf(tuple(_dual(inner) for inner in games)), players, parts)
        case AllOf(games):
            return _join(all, games, players, parts)
        case AnyOf(games):
            return _join(any, games, players, parts)
        case _:
            return None


def _dual(game: Game) -> Game:
    """A veto is its own dual: who alone is needed is who alone suffices to block."""
    return game if isinstance(game, Veto) else Dual(game)


def _ballot(game: WeightedGame, parts: list[WeightedGame]) -> Verdict:
    place = len(parts)
    parts.append(game)
    return lambda won: won[place]


def _join(
    how: Callable[[list[bool]], bool],
    games: tuple[Game, ...],
    players: int,
    parts: list[WeightedGame],
) -> Verdict | None:
    verdicts = [_read(inner, players, parts) for inner in games]
    known = [verdict for verdict in verdicts if verdict is not None]
    if len(known) < len(verdicts):
        return None
    return lambda won: how([verdict(won) for verdict in known])
