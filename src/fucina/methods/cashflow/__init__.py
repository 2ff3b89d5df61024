"""Appraisal of cash flows: discounting, rates of return, debt, capital, society, grants, uncertainty."""

from fucina.methods.cashflow.annuity import annuity
from fucina.methods.cashflow.capital import (
    cash_to_owners,
    return_on_investment,
    return_on_own_capital,
    returns_of_partners,
)
from fucina.methods.cashflow.conversion import (
    at_shadow_prices,
    shadow_wage_factor,
    standard_conversion_factor,
)
from fucina.methods.cashflow.critical import CriticalVariables, critical_variables
from fucina.methods.cashflow.dated import (
    dated_internal_rate_of_return,
    dated_internal_rates_of_draws,
    dated_internal_rates_of_return,
    dated_net_present_value,
    dated_net_present_values,
)
from fucina.methods.cashflow.debt import (
    DebtSchedule,
    Repayment,
    debt_schedule,
    debt_service_cover,
)
from fucina.methods.cashflow.economic import EconomicReturn, economic_return, incremental
from fucina.methods.cashflow.flat_rate import FlatRateGrant, flat_rate_grant
from fucina.methods.cashflow.funding_gap import (
    FundingGap,
    FundingGapSample,
    funding_gap,
    funding_gaps,
)
from fucina.methods.cashflow.irr import (
    IrrResult,
    IrrSample,
    internal_rate_of_return,
    internal_rates_of_draws,
    internal_rates_of_return,
)
from fucina.methods.cashflow.mirr import modified_internal_rate_of_return
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.payback import discounted_payback_period, payback_period
from fucina.methods.cashflow.profitability import Profitability, profitability
from fucina.methods.cashflow.programming_period import (
    Parameter,
    ProgrammingPeriod,
    load_programming_periods,
    programming_period,
)
from fucina.methods.cashflow.residual import (
    residual_value_of_remaining_flows,
    residual_value_perpetuity,
    residual_value_straight_line,
)
from fucina.methods.cashflow.simulation import (
    Line,
    NpvSample,
    net_present_value_of_lines,
    simulate_net_present_value,
)
from fucina.methods.cashflow.sustainability import (
    Sustainability,
    SustainabilitySample,
    cumulated,
    sustainability,
    sustainability_of_draws,
)
from fucina.methods.cashflow.switching import elasticity, switching_value
from fucina.methods.cashflow.timing import Timing, discount_factors
from fucina.methods.cashflow.working_capital import (
    WorkingCapital,
    working_capital,
    working_capital_in_days,
)

__all__ = [
    "CriticalVariables",
    "DebtSchedule",
    "EconomicReturn",
    "FlatRateGrant",
    "FundingGap",
    "FundingGapSample",
    "IrrResult",
    "IrrSample",
    "Line",
    "NpvSample",
    "Parameter",
    "Profitability",
    "ProgrammingPeriod",
    "Repayment",
    "Sustainability",
    "SustainabilitySample",
    "Timing",
    "WorkingCapital",
    "annuity",
    "at_shadow_prices",
    "cash_to_owners",
    "critical_variables",
    "cumulated",
    "dated_internal_rate_of_return",
    "dated_internal_rates_of_draws",
    "dated_internal_rates_of_return",
    "dated_net_present_value",
    "dated_net_present_values",
    "debt_schedule",
    "debt_service_cover",
    "discount_factors",
    "discounted_payback_period",
    "economic_return",
    "elasticity",
    "flat_rate_grant",
    "funding_gap",
    "funding_gaps",
    "incremental",
    "internal_rate_of_return",
    "internal_rates_of_draws",
    "internal_rates_of_return",
    "load_programming_periods",
    "modified_internal_rate_of_return",
    "net_present_value",
    "net_present_value_of_lines",
    "payback_period",
    "profitability",
    "programming_period",
    "residual_value_of_remaining_flows",
    "residual_value_perpetuity",
    "residual_value_straight_line",
    "return_on_investment",
    "return_on_own_capital",
    "returns_of_partners",
    "shadow_wage_factor",
    "simulate_net_present_value",
    "standard_conversion_factor",
    "sustainability",
    "sustainability_of_draws",
    "switching_value",
    "working_capital",
    "working_capital_in_days",
]
