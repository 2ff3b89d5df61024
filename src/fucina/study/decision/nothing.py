"""Nothing: what would have to change for doing nothing to be right."""

from typing import Literal

import numpy as np

from fucina.methods.cashflow import net_present_value
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.evaluation.plain import TIMING, yearly
from fucina.study.evaluation.tableau import tableau
from fucina.study.result.choice import Multiplier, Nothing
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats, Part

type Piece = Literal["benefit", "income", "capital", "running"]
DRAWS = 2_000
"""How many draws the parts of the economic net present value are averaged over."""


def nothing(evaluation: Evaluation, place: int) -> Nothing:
    """The combination at ``place`` against doing nothing, by its economic net present value.

    That value is a sum of parts, and each part is multiplied alone: the factor at which the whole is nothing
    is 1 less the whole over the part.
    """
    benefit = evaluation.indicator("benefit", place)
    only = evaluation.plan.only([place])
    draws = min(DRAWS, evaluation.sample.draws)
    table = tableau(only, Part(evaluation.sample, 0, draws))
    flows, common = yearly(table, 0), table.common
    built = flows.investment + flows.setup - flows.residual
    parts: dict[Piece, Floats] = {
        "benefit": flows.of_kind("benefit"),
        "income": flows.income,
        "capital": -common.works_factor[:, None] * built,
        "running": -common.running_factor[:, None] * flows.running - flows.of_kind("renewal"),
    }
    means = {
        name: float(np.mean(net_present_value(part, common.social, TIMING)))
        for name, part in parts.items()
    }
    whole = sum(means.values())
    return Nothing(
        benefit=Spread.of(benefit),
        worse=Estimated.share(benefit < 0),
        multipliers=[
            Multiplier(part=name, factor=_factor(whole, value)) for name, value in means.items()
        ],
    )


def _factor(whole: float, part: float) -> float | None:
    """Nothing where no multiple of the part would do: it would have to change its sign."""
    factor = 1 - whole / part if part else -1.0
    return factor if factor >= 0 else None
