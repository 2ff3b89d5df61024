"""How far one variable may move before the net present value is zero, and how hard it pulls."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


def switching_value(npv_base: ArrayLike, pv_of_variable: ArrayLike) -> Floats:
    """Relative change of one variable that makes the net present value zero; +0.2 means +20 %.

    -npv / present value of the flows proportional to the variable, signed: costs are negative
    (European Commission, Guide to CBA 2014, sensitivity analysis). Arguments broadcast.
    Raises MethodError where the variable's present value is zero.

    >>> switching_value(200, -1000).item()
    0.2
    """
    base, variable = real("npv_base", npv_base), real("pv_of_variable", pv_of_variable)
    if (variable == 0).any():
        raise MethodError("pv_of_variable: zero, no change of it can move the net present value")
    return np.asarray(-base / variable)


def elasticity(npv_base: ArrayLike, pv_of_variable: ArrayLike) -> Floats:
    """Change of the net present value in % when a variable changes by 1 %; critical from 1 on.

    present value of the flows proportional to the variable, signed, over the net present value: the
    inverse of the switching value, with its sign turned (European Commission, Guide to CBA 2014,
    sensitivity analysis). Arguments broadcast. Raises MethodError where the net present value is
    zero.

    >>> elasticity(200, -1000).item()
    -5.0
    """
    base, variable = real("npv_base", npv_base), real("pv_of_variable", pv_of_variable)
    if (base == 0).any():
        raise MethodError("npv_base: zero, no change of it can be a share of it")
    return np.asarray(variable / base)
