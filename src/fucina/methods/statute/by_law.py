"""Thresholds that members write themselves: several clauses, all of which must hold."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from importlib import resources
from typing import Literal

from fucina.methods.errors import MethodError
from fucina.methods.statute.legal_form import Text
from fucina.methods.statute.rule_game import checked_quotas, votes_needed
from fucina.methods.voting import AllOf, Game, Veto, WeightedGame


@dataclass(frozen=True)
class Clause:
    """`majority` of the votes of a named group, by `shares` of quota or by `heads`.

    More than it where `strict`, else at least it.

    >>> Clause("heads", "founders", Fraction(1, 2), True).group
    'founders'
    """

    votes: Literal["shares", "heads"]
    group: str
    majority: Fraction
    strict: bool


@dataclass(frozen=True)
class ByLaw:
    """Clauses for a kind of resolution, what it decides, and where the thresholds come from.

    >>> [by_law.resolution for by_law in load_by_laws()]
    ['ordinary', 'plan', 'extraordinary']
    """

    resolution: str
    decides: Text
    clauses: tuple[Clause, ...]
    source: str
    as_of: date


def load_by_laws() -> tuple[ByLaw, ...]:
    """The starting points of `by_laws.toml`: estimates to be replaced by the founders' agreement.

    >>> len(load_by_laws()[2].clauses)
    2
    """
    text = resources.files(__package__).joinpath("by_laws.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return tuple(
        ByLaw(
            entry["resolution"],
            Text(**entry["decides"]),
            tuple(
                Clause(**{**clause, "majority": Fraction(clause["majority"])})
                for clause in entry["clauses"]
            ),
            data["source"],
            data["as_of"],
        )
        for entry in data["by_law"]
    )


def by_law_game(
    clauses: Sequence[Clause],
    quotas: Sequence[int],
    groups: Mapping[str, Sequence[int]],
    vetoes: Sequence[int] = (),
) -> Game:
    """The game of a by-law among members with whole `quotas`: all clauses, and nobody's veto.

    `groups` lists the members of each group by index; "members" is everyone unless listed.
    As in `game`, a coalition must carry the clauses whatever the others do.
    Raises MethodError for no clause, a group nobody named, a member that does not exist or quotas
    that are not positive whole numbers.

    >>> two_thirds = Clause("shares", "members", Fraction(2, 3), False)
    >>> by_law_game([two_thirds], [50, 30, 20], {}, vetoes=[2]).wins([True, True, False]).item()
    False
    """
    shares = checked_quotas(quotas)
    everyone = range(len(shares))
    known = {"members": everyone, **groups}
    named = {*vetoes, *(player for group in known.values() for player in group)}
    if not named <= set(everyone):
        raise MethodError(f"members: {sorted(named - set(everyone))} do not exist")
    if not clauses:
        raise MethodError("clauses: none given")
    games = [_ballot(clause, shares, known) for clause in clauses]
    if len(games) == 1 and not vetoes:
        return games[0]
    return AllOf((*games, *(Veto(player) for player in vetoes)))


def _ballot(
    clause: Clause, shares: tuple[int, ...], groups: Mapping[str, Sequence[int]]
) -> WeightedGame:
    if not groups.get(clause.group):
        raise MethodError(f"groups: nobody in {clause.group!r}; known: {', '.join(groups)}")
    group = set(groups[clause.group])
    votes = tuple(
        (share if clause.votes == "shares" else 1) if player in group else 0
        for player, share in enumerate(shares)
    )
    return WeightedGame(votes, votes_needed(clause.majority, sum(votes), clause.strict))
