"""Economic return: what a project is worth to society, against what would happen without it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.profitability import Profitability, profitability
from fucina.methods.cashflow.rows import amounts, broadcast
from fucina.methods.cashflow.timing import Timing
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class EconomicReturn:
    """ENPV and ERR, present values of benefits and costs (...), and their ratio (...).

    >>> result = economic_return([100, 0], [0, 150], 0.0, Timing.START)
    >>> print(result)
    ENPV 50 at 0 %, ERR 50 %; first flow discounted 0 periods
    """

    profitability: Profitability
    benefits: Floats
    costs: Floats
    benefit_cost_ratio: Floats

    @property
    def enpv(self) -> Floats:
        """Economic net present value (...)."""
        return self.profitability.npv

    @property
    def err(self) -> Floats:
        """Economic rate of return (...), nan where there is none or several."""
        return self.profitability.irr.rate

    @property
    def timing(self) -> Timing:
        """How the first flow was discounted."""
        return self.profitability.timing

    def __str__(self) -> str:
        return str(self.profitability)


def incremental(with_project: ArrayLike, counterfactual: ArrayLike) -> Floats:
    """Flows with the project less those without it (..., T).

    Raises MethodError for flows that are not finite or do not fit.

    >>> incremental([5, 9], [5, 4]).tolist()
    [0.0, 5.0]
    """
    (acted,) = amounts(True, with_project=with_project)
    (idle,) = amounts(True, counterfactual=counterfactual)
    left, right = broadcast({"with_project": acted, "counterfactual": idle})
    return np.asarray(left - right)


def economic_return(
    costs: ArrayLike,
    benefits: ArrayLike,
    rate: ArrayLike,
    timing: Timing,
    *,
    counterfactual_costs: ArrayLike = 0.0,
    counterfactual_benefits: ArrayLike = 0.0,
) -> EconomicReturn:
    """ENPV, ERR and B/C of costs and benefits (..., T) at shadow prices, over the counterfactual.

    All four rows are positive amounts; what counts is the difference to the world without the
    project. B/C is the present value of those benefits over that of those costs (European
    Commission, Guide to CBA 2014, section 2.8). Raises MethodError naming a negative or non-finite
    row, shapes that do not fit, or costs whose present value is not positive.

    >>> economic_return([100, 0], [0, 150], 0.0, Timing.START).benefit_cost_ratio.item()
    1.5
    """
    spent, gained, spent_anyway, gained_anyway = amounts(
        costs=costs,
        benefits=benefits,
        counterfactual_costs=counterfactual_costs,
        counterfactual_benefits=counterfactual_benefits,
    )
    more_cost, more_benefit = incremental(spent, spent_anyway), incremental(gained, gained_anyway)
    cost = net_present_value(more_cost, rate, timing)
    benefit = net_present_value(more_benefit, rate, timing)
    if (cost <= 0).any():
        raise MethodError(
            f"costs: present value must exceed that of the counterfactual, got {cost.min():.6g}"
        )
    worth = profitability(more_benefit - more_cost, rate, timing, ("ENPV", "ERR"))
    return EconomicReturn(worth, benefit, cost, np.asarray(benefit / cost))
