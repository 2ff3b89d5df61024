from fractions import Fraction

import pytest

from fucina.methods.errors import MethodError
from fucina.methods.statute import Clause, by_law_game, load_by_laws
from fucina.methods.voting import WeightedGame, blocking_players, minimal_winning

BY_LAWS = {by_law.resolution: by_law for by_law in load_by_laws()}
QUOTAS = [40, 30, 20, 10]
GROUPS = {"founders": [0, 3], "board": [0, 1, 2]}


def test_by_laws_are_dated_and_marked_as_estimates():
    assert {by_law.source.split(":")[0] for by_law in BY_LAWS.values()} == {"estimate"}
    assert {by_law.as_of.year for by_law in BY_LAWS.values()} == {2026}


def test_one_clause_is_a_weighted_game():
    assert by_law_game(BY_LAWS["ordinary"].clauses, QUOTAS, {}) == WeightedGame(
        (40, 30, 20, 10), 51
    )
    assert by_law_game(BY_LAWS["plan"].clauses, QUOTAS, GROUPS) == WeightedGame((1, 1, 1, 0), 2)


def test_by_laws_change_needs_the_quota_and_the_founders():
    game = by_law_game(BY_LAWS["extraordinary"].clauses, QUOTAS, GROUPS)

    assert minimal_winning(game) == ((0, 1, 3), (0, 2, 3))
    assert blocking_players(game) == (0, 3)


def test_veto_is_needed_as_well():
    game = by_law_game(BY_LAWS["ordinary"].clauses, QUOTAS, {}, vetoes=[3])

    assert blocking_players(game) == (3,)


HALF = Clause("heads", "members", Fraction(1, 2), True)


@pytest.mark.parametrize(
    ("clauses", "quotas", "groups", "vetoes"),
    [
        ([], QUOTAS, {}, ()),
        ([Clause("heads", "nobody", Fraction(1, 2), True)], QUOTAS, {}, ()),
        ([HALF], QUOTAS, {"board": [4]}, ()),
        ([HALF], QUOTAS, {}, (9,)),
        ([HALF], [0, 1], {}, ()),
        ([Clause("heads", "members", Fraction(1), True)], QUOTAS, {}, ()),
    ],
)
def test_impossible_by_law_is_refused(clauses, quotas, groups, vetoes):
    with pytest.raises(MethodError):
        by_law_game(clauses, quotas, groups, vetoes)
