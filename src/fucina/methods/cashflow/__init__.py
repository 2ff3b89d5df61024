"""Appraisal of cash flows: discounting, rates of return, payback, funding gap, sustainability."""

from fucina.methods.cashflow.annuity import annuity
from fucina.methods.cashflow.dated import (
    dated_internal_rate_of_return,
    dated_net_present_value,
)
from fucina.methods.cashflow.funding_gap import FundingGap, funding_gap
from fucina.methods.cashflow.irr import (
    IrrResult,
    internal_rate_of_return,
    internal_rates_of_return,
)
from fucina.methods.cashflow.mirr import modified_internal_rate_of_return
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.payback import payback_period
from fucina.methods.cashflow.residual import residual_value_straight_line
from fucina.methods.cashflow.sustainability import Sustainability, cumulated, sustainability
from fucina.methods.cashflow.switching import switching_value
from fucina.methods.cashflow.timing import Timing, discount_factors

__all__ = [
    "FundingGap",
    "IrrResult",
    "Sustainability",
    "Timing",
    "annuity",
    "cumulated",
    "dated_internal_rate_of_return",
    "dated_net_present_value",
    "discount_factors",
    "funding_gap",
    "internal_rate_of_return",
    "internal_rates_of_return",
    "modified_internal_rate_of_return",
    "net_present_value",
    "payback_period",
    "residual_value_straight_line",
    "sustainability",
    "switching_value",
]
