"""Selection under budgets and rules, against every subset tried."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.portfolio import Rules, Synergy, budget_curve, efficient_frontier, select

SIZE = 8
RULES = Rules(
    exclusions=((0, 1, 2), (5, 6)),
    prerequisites=((3, 0), (7, 5)),
    synergies=(
        Synergy((3, 4), value=6.0),
        Synergy((0, 4, 5), value=-5.0, saving=2.0),
        Synergy((1, 7), saving=-3.0),
    ),
)
CASES = st.tuples(
    st.lists(st.integers(-3, 12), min_size=SIZE, max_size=SIZE),
    st.lists(st.integers(0, 9), min_size=SIZE, max_size=SIZE),
    st.integers(3, 30),
    st.sampled_from([Rules(), RULES]),
)


def every_portfolio(value, cost, budget, rules):
    """(value, cost, items) of each subset that obeys, by the plainest reading of the rules."""
    for picks in product([False, True], repeat=len(value)):
        items = {i for i, picked in enumerate(picks) if picked}
        if any(len(items & set(group)) > 1 for group in rules.exclusions):
            continue
        if any(item in items and need not in items for item, need in rules.prerequisites):
            continue
        brought = [s for s in rules.synergies if set(s.items) <= items]
        spent = sum(cost[i] for i in items) - sum(s.saving for s in brought)
        if spent <= budget and set(rules.required) <= items:
            yield sum(value[i] for i in items) + sum(s.value for s in brought), spent, items


@settings(deadline=None, max_examples=40)
@given(CASES)
def test_selection_is_the_best_of_all_subsets(case):
    best = max(every_portfolio(*case), key=lambda found: found[0])

    answer = select(*case)

    assert answer.value == pytest.approx(best[0])
    assert (answer.status, answer.gap) == ("optimal", 0.0)
    assert answer.bound == answer.value
    assert any(
        items == set(answer.items) and spent == pytest.approx(answer.cost[0])
        for _, spent, items in every_portfolio(*case)
    )


@settings(deadline=None, max_examples=30)
@given(CASES)
def test_frontier_is_that_of_all_subsets(case):
    everything = list(every_portfolio(*case))
    efficient = sorted(
        {
            (c, v)
            for v, c, _ in everything
            if not any((w >= v and d <= c and (w > v or d < c)) for w, d, _ in everything)
        }
    )

    points = efficient_frontier(*case)

    assert list(zip(points.cost.tolist(), points.value.tolist(), strict=True)) == [
        pytest.approx(point) for point in efficient
    ]


@settings(deadline=None, max_examples=15)
@given(CASES, st.integers(1, 10))
def test_value_never_falls_as_the_budget_grows(case, more):
    value, cost, budget, rules = case

    curve = budget_curve(value, cost, [budget + more, budget, budget + 2 * more], rules)

    assert curve[1].value <= curve[0].value <= curve[2].value
    assert curve[1].bound <= curve[0].bound <= curve[2].bound


@settings(deadline=None, max_examples=15)
@given(CASES, st.permutations(range(SIZE)), st.sampled_from([1e-4, 1e5]))
def test_order_and_units_do_not_matter(case, order, unit):
    value, cost, budget, _ = case

    plain = select(value, cost, budget)
    other = select(unit * np.array(value)[order], unit * np.array(cost)[order], unit * budget)

    assert other.value == pytest.approx(unit * plain.value)


def test_frontier_at_a_budget_is_the_selection_for_it():
    value, cost = [5, 4, 3, 6], [3.0, 2.0, 2.0, 9.0]
    points = efficient_frontier(value, cost, 20, Rules(required=(2,)))

    for budget in (2, 3.5, 5, 16):
        answer, solved = points.at(budget), select(value, cost, budget, Rules(required=(2,)))
        assert (answer.items, answer.value) == (solved.items, solved.value)
        assert answer.status == "optimal"
    with pytest.raises(MethodError, match="budget: the cheapest portfolio costs 2"):
        points.at(1)


def test_each_budget_is_kept():
    answer = select([9, 5, 5], [[4, 9], [2, 2], [2, 2]], [4, 4])

    assert answer.items == (1, 2)
    assert answer.cost.tolist() == [4, 4]


def test_required_items_are_chosen_with_what_they_need():
    answer = select([1, 1, 9], [1, 1, 2], 2, Rules(required=(0,), prerequisites=((0, 1),)))

    assert answer.items == (0, 1)


def test_budget_is_kept_closer_than_the_solver_would():
    answer = select([1.0, 1.0, 1.5], [0.5, 0.5 + 4e-7, 0.5], 1.0)

    assert answer.items == (0, 2)


def test_answer_cut_off_by_the_clock_is_not_called_optimal():
    rng = np.random.default_rng(3)
    cost = rng.integers(1000, 2000, (100, 10))

    answer = select(cost.sum(axis=1) + 50, cost, cost.sum(axis=0) / 2, time_limit=3)

    assert answer.status == "time_limit"
    assert answer.bound > answer.value
    assert answer.gap == pytest.approx(answer.bound / answer.value - 1)


def test_frontier_that_grows_too_long_is_refused():
    rng = np.random.default_rng(1)

    with pytest.raises(MethodError, match="most: more than 50 portfolios"):
        efficient_frontier(rng.random(30), rng.random(30), 8, most=50)


@pytest.mark.parametrize(
    ("value", "cost", "budget", "rules", "culprit"),
    [
        ([1, np.nan], [1, 1], 1, Rules(), "value"),
        ([1, 1], [1, -1], 1, Rules(), "cost"),
        ([1, 1], [1, 1, 1], 1, Rules(), "values and costs"),
        ([1, 1], [1, 1], [1, 1], Rules(), "budgets"),
        ([1, 1], [1, 1], -1, Rules(), "budget"),
        ([1, 1], [1, 1], 1, Rules(exclusions=((0, 2),)), "exclusions"),
        ([1, 1], [1, 1], 1, Rules(prerequisites=((1, 1),)), "prerequisites"),
        ([1, 1], [1, 1], 1, Rules(required=(0, 1)), r"items \(0, 1\) cost 2 of resource 0"),
        (
            [1, 1],
            [1, 1],
            2,
            Rules(required=(0,), prerequisites=((0, 1),), exclusions=((0, 1),)),
            "items 0 and 1 are needed but exclude",
        ),
        (
            [1, 1],
            [1, 1],
            2,
            Rules(required=(0, 1), synergies=(Synergy((0, 1), saving=-1.0),)),
            "required",
        ),
        ([1, 1], [1, 1], 1, Rules(synergies=(Synergy((0, 1), value=(1.0, 2.0)),)), "synergies"),
    ],
)
def test_impossible_input_names_its_culprit(value, cost, budget, rules, culprit):
    with pytest.raises(MethodError, match=culprit):
        select(value, cost, budget, rules)


@pytest.mark.parametrize("items", [(1,), (1, 1)])
def test_synergy_of_one_item_is_refused(items):
    with pytest.raises(MethodError, match="synergies"):
        Synergy(items)


def test_time_limit_of_nothing_is_refused():
    with pytest.raises(MethodError, match="time_limit"):
        select([1], [1], 1, time_limit=0)
