import numpy as np
import pytest

from fucina.methods.decision import (
    Preference,
    ahp_priorities,
    borda,
    copeland,
    kendall_w,
    minimax_regret,
    promethee_ii,
    topsis,
)
from fucina.methods.errors import MethodError


def test_ahp_matches_saaty_drinks(example):
    case = example("ahp_drinks_saaty2008")

    result = ahp_priorities(case["matrix"])

    assert result.priorities.tolist() == pytest.approx(case["priorities"], abs=1e-9)
    assert result.eigenvalue == pytest.approx(case["lambda_max"], abs=1e-9)
    assert result.consistency_ratio == pytest.approx(case["CR"], abs=1e-9)


def test_ahp_of_a_consistent_matrix_returns_its_ratios():
    priorities = np.array([6, 1, 2]) / 9

    result = ahp_priorities(priorities[:, None] / priorities)

    assert result.priorities.tolist() == pytest.approx(priorities.tolist(), abs=1e-12)
    assert result.consistency_ratio == pytest.approx(0, abs=1e-12)


def test_ahp_of_a_matrix_that_is_not_reciprocal_is_refused():
    with pytest.raises(MethodError, match="reciprocal"):
        ahp_priorities([[1, 3], [3, 1]])


def test_topsis_matches_hwang_and_yoon_fighters(example):
    case = example("topsis_fighter_hwang_yoon1981")

    closeness = topsis(case["matrix"], case["weights"], np.array(case["sense"]) > 0)

    assert closeness.tolist() == pytest.approx(case["C"], abs=1e-9)


def test_promethee_matches_brans_power_plants(example):
    case = example("promethee_powerplants_brans1986")
    preferences = [Preference(kind, **limits) for kind, limits in case["functions"]]
    upward = [sense == "max" for sense in case["sense"]]

    result = promethee_ii(case["matrix"], case["weights"], upward, preferences)

    assert result.preference.ravel().tolist() == pytest.approx(
        np.ravel(case["pi"]).tolist(), abs=1e-9
    )
    assert result.leaving.tolist() == pytest.approx(case["phi_plus"], abs=1e-9)
    assert result.entering.tolist() == pytest.approx(case["phi_minus"], abs=1e-9)
    assert result.net.tolist() == pytest.approx(case["phi"], abs=1e-9)


def test_preference_without_its_threshold_is_refused():
    with pytest.raises(MethodError):
        Preference("VI")


# 3 voters A>B>C, 2 voters B>C>A: Condorcet's winner A is not Borda's B
CONDORCET = [[1, 2, 3]] * 3 + [[3, 1, 2]] * 2


def test_borda_and_copeland_differ_on_condorcets_example():
    assert borda(CONDORCET).tolist() == [6, 7, 2]
    assert copeland(CONDORCET).tolist() == [2, 0, -2]


def test_copeland_counts_a_tied_pair_for_neither():
    assert copeland([[1, 2], [2, 1]]).tolist() == [0, 0]


def test_borda_gives_ties_their_mean_rank():
    assert borda([[1, 1, 3]]).tolist() == [1.5, 1.5, 0]


def test_minimax_regret_prefers_the_compromise():
    result = minimax_regret([[1.0, 0.0, 0.7], [0.0, 1.0, 0.7]])

    assert result.best == 2
    assert result.regret.tolist() == pytest.approx([1.0, 1.0, 0.3])


def test_concordance_runs_from_none_to_full():
    assert kendall_w([[1, 2, 3], [3, 2, 1]]) == 0
    assert kendall_w([[1, 2, 2, 4]] * 4) == pytest.approx(1.0)


def test_concordance_of_voters_who_tie_everything_is_refused():
    with pytest.raises(MethodError):
        kendall_w([[1, 1], [1, 1]])
