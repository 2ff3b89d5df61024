"""Robust portfolios, against every subset compared with every other."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import WeightSet, sample_weights
from fucina.methods.errors import MethodError
from fucina.methods.portfolio import Rules, Synergy, robust_portfolios, select
from fucina.methods.portfolio.dominance import undominated

SIZE = 7
SETS = [
    WeightSet(3),
    WeightSet(3, order=((1,), (0,), (2,))),
    WeightSet(3, lower=(0.2, 0.2, 0.2), upper=(0.5, 0.5, 0.5)),
]
RULES = Rules(
    exclusions=((0, 4),),
    prerequisites=((6, 1),),
    synergies=(Synergy((2, 5), value=(2.0, 0.0, 1.0), saving=1.0), Synergy((1, 3), saving=-1.0)),
    required=(3,),
)


def undominated_subsets(values, cost, budget, corners, rules):
    found = []
    for picks in product([False, True], repeat=len(cost)):
        items = {i for i, picked in enumerate(picks) if picked}
        brought = [s for s in rules.synergies if set(s.items) <= items]
        spent = sum(cost[i] for i in items) - sum(s.saving for s in brought)
        lawful = (
            set(rules.required) <= items
            and not any(len(items & set(group)) > 1 for group in rules.exclusions)
            and all(need in items for item, need in rules.prerequisites if item in items)
        )
        if lawful and spent <= budget:
            total = values[list(items)].sum(axis=0)
            total = total + sum((np.array(s.value) for s in brought), np.zeros(3))
            found.append((items, corners @ total))
    return [
        items
        for items, worth in found
        if not any(
            (other >= worth - 1e-9).all() and (other > worth + 1e-9).any() for _, other in found
        )
    ]


@pytest.mark.usefixtures("either_kernel")
@pytest.mark.parametrize("rules", [Rules(), RULES], ids=["free", "ruled"])
@pytest.mark.parametrize("weights", SETS, ids=["nothing", "order", "bounds"])
@pytest.mark.parametrize("seed", range(3))
def test_portfolios_are_those_of_all_subsets(seed, weights, rules):
    rng = np.random.default_rng(seed)
    values, cost = rng.integers(0, 6, (SIZE, 3)).astype(float), rng.integers(1, 6, SIZE)

    found = robust_portfolios(values, cost, 12, weights, rules)

    expected = undominated_subsets(values, cost, 12, found.corners, rules)
    assert sorted(map(sorted, expected)) == sorted(
        np.flatnonzero(row).tolist() for row in found.portfolios
    )
    index = [np.mean([item in items for items in expected]) for item in range(SIZE)]
    assert found.core_index.tolist() == pytest.approx(index)
    assert sorted(found.core + found.borderline + found.exterior) == list(range(SIZE))


@settings(deadline=None, max_examples=8)
@given(st.integers(0, 10**6))
def test_the_best_for_any_weights_is_among_them(seed):
    rng = np.random.default_rng(seed)
    values, cost = rng.random((9, 3)), rng.random(9) + 0.1
    known = WeightSet(3, order=((0,), (2,)))

    found = robust_portfolios(values, cost, 2.0, known)

    for weights in sample_weights(known, 1, "weights", 5):
        best = select(values @ weights, cost, 2.0).value
        assert (found.portfolios @ values @ weights).max() == pytest.approx(best)


@settings(deadline=None, max_examples=8)
@given(st.integers(0, 10**6))
def test_knowing_more_of_the_weights_never_opens_a_settled_item(seed):
    rng = np.random.default_rng(seed)
    values, cost = rng.random((9, 3)), rng.random(9) + 0.1

    vague = robust_portfolios(values, cost, 2.0, WeightSet(3))
    known = robust_portfolios(values, cost, 2.0, WeightSet(3, order=((0,), (1,), (2,))))

    assert set(vague.core) <= set(known.core)
    assert set(vague.exterior) <= set(known.exterior)


def test_robust_choices_are_exact_over_every_subset():
    rng = np.random.default_rng(5)
    values, cost = rng.random((SIZE, 3)), rng.random(SIZE) + 0.1
    sets = np.array(list(product([False, True], repeat=SIZE)))
    worth = (sets @ values)[(sets @ cost) <= 1.5]

    found = robust_portfolios(values, cost, 1.5, WeightSet(3))

    assert found.maximin.value == pytest.approx(worth.min(axis=1).max())
    regret = (worth.max(axis=0) - worth).max(axis=1)
    assert found.minimax_regret.value == pytest.approx(regret.min())
    assert found.maximin.status == found.minimax_regret.status == "optimal"


def test_a_dominated_item_of_equal_cost_has_no_higher_core_index():
    rng = np.random.default_rng(8)
    values = rng.random((10, 3))
    values[1] = values[0] - 0.01

    found = robust_portfolios(values, np.ones(10), 4, WeightSet(3))

    assert found.core_index[1] <= found.core_index[0]
    both = found.portfolios[:, 1] & ~found.portfolios[:, 0]
    assert not both.any()


def test_twins_both_count():
    found = robust_portfolios([[1, 1], [1, 1]], [1, 1], 1, WeightSet(2))

    assert found.core_index.tolist() == [0.5, 0.5]


@pytest.mark.parametrize("strict", [True, False])
def test_dominance_is_the_same_compiled_and_plain(strict, monkeypatch):
    from fucina.methods import compiled

    rng = np.random.default_rng(2)
    values, costs = rng.integers(0, 5, (400, 3)), rng.integers(0, 5, (400, 2))
    group = rng.integers(0, 3, 400)
    answers = []

    for enabled in (compiled.ENABLED, False):
        monkeypatch.setattr(compiled, "ENABLED", enabled)
        table = values.astype(float), costs.astype(float)
        answers.append(undominated(*table, group, strict=strict).tolist())

    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("values", "weights", "culprit"),
    [
        ([[1, 2]], WeightSet(3), "weights and columns"),
        ([[1, np.inf]], WeightSet(2), "values"),
        ([[1, 2]], WeightSet(2, lower=(0.7, 0.7)), "criterion 0 >= 0.7"),
    ],
)
def test_impossible_input_names_its_culprit(values, weights, culprit):
    with pytest.raises(MethodError, match=culprit):
        robust_portfolios(values, [1], 1, weights)


def test_too_many_open_portfolios_are_refused():
    rng = np.random.default_rng(1)

    with pytest.raises(MethodError, match="say more of the weights"):
        robust_portfolios(rng.random((30, 4)), rng.random(30), 8, WeightSet(4), most=20)
