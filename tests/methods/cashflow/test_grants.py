import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    flat_rate_grant,
    funding_gap,
    funding_gaps,
    load_programming_periods,
    programming_period,
)
from fucina.methods.errors import MethodError


def test_flat_rate_of_research_is_that_of_the_worked_example(example):
    case = example("funding_gap")
    rate = programming_period(2016).flat_rate("research_development_innovation")

    grant = flat_rate_grant(
        case["example"]["eligible_cost"], rate.value, case["example"]["max_cofinancing"]
    )

    assert rate.value == case["result"]["flat_rate_RDI_2015_1516"]
    assert rate.confirmed
    assert grant.decision_amount == 44e6
    assert grant.grant == 22e6


def test_figures_of_2014_agree_with_the_reference_parameters(example):
    expected = example("eu_reference_parameters")
    period = programming_period(2014)

    assert period.discount_rate.value == expected["financial_discount_rate_real"]
    social = expected["social_discount_rate"]
    assert period.social_discount_rate.low == social["guide_2014_other"]
    assert period.social_discount_rate.high == social["guide_2014_cohesion_countries"]
    for sector, years in expected["reference_period_years"].items():
        found = period.reference_period(sector)
        assert [found.low, found.high] == (years if isinstance(years, list) else [years, years])
    names = {"RDI (Delegated Reg. 2015/1516)": "research development innovation"}
    for sector, share in expected["flat_rate_net_revenue"].items():
        if share is not None:
            assert period.flat_rate(names.get(sector, sector).replace(" ", "_")).value == share


def test_every_period_is_dated_and_cites_its_act():
    periods = load_programming_periods()

    assert [(p.first_year, p.last_year) for p in periods] == [
        (2007, 2013),
        (2014, 2020),
        (2021, 2027),
    ]
    for period in periods:
        parameters = [
            period.discount_rate,
            period.social_discount_rate,
            *period.flat_rates.values(),
            *period.reference_periods.values(),
        ]
        assert all(parameter.source for parameter in parameters)
        assert period.basis
        assert period.as_of.year == 2026


def test_only_what_was_read_in_the_act_is_confirmed():
    confirmed = [
        (period.id, sector)
        for period in load_programming_periods()
        for sector, rate in period.flat_rates.items()
        if rate.confirmed
    ]

    assert confirmed == [("2014-2020", "research_development_innovation")]


def test_since_2021_revenue_is_not_deducted():
    assert programming_period(2021).methods == ()
    assert programming_period(2007).methods == ("funding_gap",)


@settings(deadline=None, max_examples=40)
@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from(Timing))
def test_more_revenue_never_raises_the_gap(revenue, more, timing):
    gaps = funding_gaps(
        [100, 50, 0],
        [[0, revenue, revenue], [0, revenue + more, revenue]],
        [0, 5, 5],
        residual_value=10,
        eligible_cost=120,
        cofinancing_rate=0.5,
        discount_rate=0.04,
        timing=timing,
    )

    assert gaps.rate[1] <= gaps.rate[0]
    assert ((gaps.rate >= 0) & (gaps.rate <= 1)).all()
    assert gaps.grant == pytest.approx(gaps.rate * 60)


def test_draws_equal_one_by_one():
    costs = np.array([[100.0, 0], [80, 20], [10, 0]])
    figures = {"eligible_cost": 90, "cofinancing_rate": 0.4, "discount_rate": 0.05}

    gaps = funding_gaps(costs, [0, 40], [0, 10], residual_value=3, timing=Timing.END, **figures)

    single = [
        funding_gap(row, [0, 40], [0, 10], residual_value=3, timing=Timing.END, **figures)
        for row in costs
    ]
    assert gaps.grant.tolist() == [gap.grant for gap in single]
    assert str(single[0]).endswith("first flow discounted 1 period")


@pytest.mark.parametrize(
    ("call", "culprit"),
    [
        (lambda: programming_period(2006), "2006"),
        (lambda: programming_period(2024).flat_rate("rail"), "2021-2027: flat rate"),
        (lambda: programming_period(2015).reference_period("mars"), "'mars'"),
        (lambda: programming_period(2015).social_discount_rate.value, "range"),
        (lambda: flat_rate_grant(100, 1.2, 0.5), "flat_rate"),
        (lambda: flat_rate_grant(-1, 0.2, 0.5), "eligible_cost"),
    ],
)
def test_missing_or_impossible_figure_is_refused_by_name(call, culprit):
    with pytest.raises(MethodError, match=culprit):
        call()
