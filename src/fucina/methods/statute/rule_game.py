"""A form's rule of resolution as a voting game."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from fucina.methods.errors import MethodError
from fucina.methods.statute.legal_form import LegalForm
from fucina.methods.voting import Game, WeightedGame


def game(form: LegalForm, resolution: str, quotas: Sequence[int]) -> Game:
    """The game of `resolution` among members with whole `quotas` (any unit, one a member).

    A coalition wins when it carries the resolution whatever the others do: come and vote against
    it, or stay away. It must therefore meet the quorum alone and hold the majority of all votes:
    votes >= quorum * total, and > (strict) or >= majority * total (effectivity in the sense of
    Moulin and Peleg 1982). Rules by heads count each member once. Second calls, where the
    quorum falls, are not modelled.
    Raises MethodError for a form without that rule and for quotas that are not positive integers.

    >>> from fucina.methods.statute import load_forms
    >>> game(load_forms()[0], "ordinary", [50, 30, 20])
    WeightedGame(weights=(50, 30, 20), quota=51)
    """
    rule = form.rule(resolution)
    shares = checked_quotas(quotas)
    votes = shares if rule.votes == "shares" else (1,) * len(shares)
    total = sum(votes)
    needed = votes_needed(rule.majority, total, rule.strict)
    return WeightedGame(votes, max(needed, ceil(rule.quorum * total)))


def checked_quotas(quotas: Sequence[int]) -> tuple[int, ...]:
    """Quotas as integers; MethodError where they are not positive whole numbers.

    >>> checked_quotas([50.0, 50])
    (50, 50)
    """
    if not quotas or any(int(quota) != quota or quota < 1 for quota in quotas):
        raise MethodError(f"quotas: must be positive whole numbers, got {list(quotas)}")
    return tuple(int(quota) for quota in quotas)


def votes_needed(majority: Fraction, total: int, strict: bool) -> int:
    """The fewest whole votes that make `majority` of `total`, at least one.

    >>> votes_needed(Fraction(1, 2), 100, True), votes_needed(Fraction(1, 2), 100, False)
    (51, 50)
    """
    votes = majority * total
    return max(floor(votes) + 1 if strict else ceil(votes), 1)
