"""A mixed-integer program, solved by HiGHS with its bound."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.location.optimum import Status

OUT_OF_TIME, INFEASIBLE = 1, 2


@dataclass(frozen=True)
class Solution:
    """The variables found, the proved bound and how the search ended.

    >>> Solution(np.array([1.0]), 1.0, "optimal").bound
    1.0
    """

    x: Floats
    bound: float
    status: Status


def minimise(
    cost: Floats,
    constraints: Sequence[LinearConstraint],
    *,
    whole: Floats,
    lower: Floats,
    time_limit: float | None,
) -> Solution:
    """Least cost @ x with lower <= x <= 1 under the constraints; `whole` marks integer variables.

    HiGHS (Huangfu and Hall 2018) with no tolerated gap; `time_limit` in seconds. Raises
    MethodError where no x obeys the constraints or none was found in time.

    >>> one = LinearConstraint(np.ones((1, 2)), 1, 1)
    >>> minimise(np.array([3.0, 2.0]), [one], whole=np.ones(2), lower=np.zeros(2),
    ...          time_limit=None).x.tolist()
    [0.0, 1.0]
    """
    seconds = np.inf if time_limit is None else time_limit
    if not seconds > 0:
        raise MethodError(f"time_limit: must be positive, got {time_limit}")
    result = milp(
        cost,
        integrality=whole.astype(np.int64),
        bounds=Bounds(lower, np.ones_like(cost)),
        constraints=constraints,
        options={"mip_rel_gap": 0.0, "time_limit": seconds},
    )
    if result.status == INFEASIBLE:
        raise MethodError("sites: no choice meets the requirements and capacities")
    if result.x is None:
        raise MethodError(f"sites: no answer found ({result.message})")
    status: Status = "optimal" if result.status == 0 else "feasible"
    if result.status == OUT_OF_TIME:
        status = "time_limit"
    bound = result.mip_dual_bound
    return Solution(result.x, -np.inf if bound is None else float(bound), status)
