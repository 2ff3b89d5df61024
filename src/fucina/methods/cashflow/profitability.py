"""Net present value and rate of return of a stream, with the convention they rest on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.irr import IrrSample, internal_rates_of_draws
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.uncertainty import mean


@dataclass(frozen=True)
class Profitability:
    """Flows (..., T), their net present value (...) and rates of return (...), named.

    `names` are those of the two indicators, such as FNPV(C) and FRR(C); `rate` (...) discounts.
    Printed, it says how the first flow was discounted.

    >>> print(profitability([-100, 110], 0.04, Timing.START, ("FNPV(C)", "FRR(C)")))
    FNPV(C) 5.76923 at 4 %, FRR(C) 10 %; first flow discounted 0 periods
    """

    names: tuple[str, str]
    flows: Floats
    npv: Floats
    irr: IrrSample
    rate: Floats
    timing: Timing

    def __str__(self) -> str:
        worth, gain = self.names
        return f"{worth} {_worth(self.npv)} at {_share(self.rate)}, {gain} {_gain(self.irr)}; {self.timing}"


def profitability(
    flows: ArrayLike, rate: ArrayLike, timing: Timing, names: tuple[str, str] = ("NPV", "IRR")
) -> Profitability:
    """Net present value and internal rate of return of flows (..., T), draw by draw.

    Raises MethodError as `net_present_value` and `internal_rates_of_draws` do.

    >>> profitability([[-100, 110], [-100, 90]], 0.0, Timing.END).npv.tolist()
    [10.0, -10.0]
    """
    value = net_present_value(flows, rate, timing)
    streams = np.asarray(flows, dtype=np.float64)
    return Profitability(
        names, streams, value, internal_rates_of_draws(streams), rates(rate), timing
    )


def _worth(value: Floats) -> str:
    if value.size == 1:
        return f"{value.item():.6g}"
    centre = mean(value.ravel())
    return f"{centre.value:.6g} ± {centre.se:.3g} ({centre.n} draws)"


def _share(rate: Floats) -> str:
    return f"{100 * rate.item():.4g} %" if rate.size == 1 else "rates drawn"


def _gain(irr: IrrSample) -> str:
    if irr.count.size == 1:
        found = irr.count.item()
        if found == 1:
            return f"{100 * irr.rate.item():.4g} %"
        return "none" if found == 0 else f"not unique: {found} rates"
    median = np.nanmedian(irr.rate) if (irr.count == 1).any() else np.nan
    return f"median {100 * median:.4g} %, unique in {100 * irr.unique.value:.4g} % of draws"
