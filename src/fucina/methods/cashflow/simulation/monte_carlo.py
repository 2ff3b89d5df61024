"""Monte Carlo net present value, its draws included."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.simulation.choice import simulate
from fucina.methods.cashflow.simulation.inputs import Inputs
from fucina.methods.cashflow.simulation.line import Line, profiles
from fucina.methods.cashflow.timing import Timing
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Distribution, Estimate, Fixed, mean, probability

BLOCK = 1 << 16  # draws at a time; what it is changes no result
WORDS_PER_COUNTER = 4
RATE = "rate"


@dataclass(frozen=True)
class NpvSample:
    """Net present value of each draw (n,) in the lines' currency, and the timing it rests on.

    >>> print(NpvSample(np.array([-1.0, 2.0, 2.0]), Timing.END))
    NPV 1 (standard error 1, 3 draws), P(NPV < 0) 0.333 ± 0.272; first flow discounted 1 period
    """

    npv: Floats
    timing: Timing

    @property
    def mean(self) -> Estimate:
        """Expected net present value."""
        return mean(self.npv)

    @property
    def loss(self) -> Estimate:
        """Probability of a negative net present value."""
        return probability(self.npv < 0)

    def __str__(self) -> str:
        centre, loss = self.mean, self.loss
        return (
            f"NPV {centre.value:.6g} (standard error {centre.se:.3g}, {centre.n} draws), "
            f"P(NPV < 0) {loss.value:.3g} ± {loss.se:.3g}; {self.timing}"
        )


def simulate_net_present_value(
    lines: Sequence[Line],
    rate: Distribution | float,
    *,
    draws: int,
    seed: int,
    timing: Timing,
    start: int = 0,
) -> NpvSample:
    """Net present value of draws start .. start+draws-1 of lines that grow, discounted at `rate`.

    NPV = sum over lines of amount * sum over t of profile[t] * q**t, q = (1 + growth)/(1 + rate),
    by Horner's rule (Hertz 1964 for the method), times (1 + rate)**-(first exponent). Each input
    is drawn by `uncertainty.uniform(seed, name, ...)`, the rate under the name "rate", so a draw
    depends neither on blocks nor on workers, and may be asked for again anywhere else.
    Raises MethodError for no lines, a name used twice or called "rate", profiles of different
    length, fewer than one draw, a seed or start out of range, a rate that can reach -1.

    >>> from fucina.methods.uncertainty import Triangular
    >>> sales = Line("sales", Triangular(50, 60, 70), (0.0, 1.0, 1.0))
    >>> works = Line("works", Triangular(90, 100, 140), (-1.0, 0.0, 0.0))
    >>> sample = simulate_net_present_value(
    ...     [works, sales], 0.04, draws=20_000, seed=1, timing=Timing.START)
    >>> exact = 60 / 1.04 + 60 / 1.04**2 - 110
    >>> abs(sample.mean.value - exact) < 3 * sample.mean.se
    True
    """
    shares = profiles(tuple(lines))
    discount = rate if not isinstance(rate, int | float) else Fixed(rate)
    if not discount.low > -1:
        raise MethodError(f"rate: must stay above -1, got {discount}")
    if draws < 1 or start < 0 or not 0 <= seed < 2**64:
        raise MethodError(
            "draws, start, seed: need draws >= 1, start >= 0, seed in 0 .. 2**64-1, "
            f"got {draws}, {start}, {seed}"
        )
    inputs = _inputs(lines, discount, seed)
    early = start % WORDS_PER_COUNTER  # a counter gives four draws; those before are dropped
    first, end = start - early, start + draws
    blocks = [
        _simulate(inputs, at, min(BLOCK, end - at), shares, timing.value)
        for at in range(first, end, BLOCK)
    ]
    return NpvSample(np.concatenate(blocks)[early:], timing)


def _inputs(lines: Sequence[Line], rate: Distribution, seed: int) -> Inputs:
    amounts, growths = zip(*(line.inputs for line in lines), strict=True)
    names = (*amounts, *growths, RATE)
    if len(set(names)) < len(names):
        raise MethodError(f"lines: {RATE!r} and '<line>: growth' are names of other inputs")
    distributions = [line.amount for line in lines] + [line.growth for line in lines] + [rate]
    return Inputs(seed, names, distributions)


def _simulate(inputs: Inputs, start: int, draws: int, shares: Floats, exponent: float) -> Floats:
    given = inputs.given(start, draws)
    return simulate(np.uint64(inputs.seed), start, draws, inputs.plan, given, shares, exponent)
