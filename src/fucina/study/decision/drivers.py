"""Drivers: which figures, and which groups of figures, move an answer."""

import numpy as np

from fucina.methods.uncertainty import first_order_given_data, sobol_indices
from fucina.study.evaluation.choice import appraise
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.evaluation.tableau import INDICATORS, tableau
from fucina.study.result.choice import GroupIndex
from fucina.study.result.decision import Driver
from fucina.study.result.number import Estimated
from fucina.study.sampling import Crossed, Floats, Independent, Sample
from fucina.study.schema import NOUNS

MOVES = 12
"""How many of the figures that move the answer are reported."""
BINS = 20
"""Bins of the given-data sensitivity index; each needs ten draws."""
GROUP_DRAWS = 2_048


def drivers(sample: Sample, answer: Floats) -> list[Driver]:
    """The figures that move ``answer`` (n,) most: first-order share of its variance, and its mean where
    the figure is in its lowest and in its highest third."""
    found = []
    if np.ptp(answer) == 0:
        return []
    for key, draws in sample.uncertain.items():
        share = first_order_given_data(draws, answer, bins=min(BINS, sample.draws // 10))
        low, high = np.quantile(draws, [1 / 3, 2 / 3])
        found.append(
            Driver(
                figure=key,
                share=Estimated.of(share),
                low_third=float(answer[draws <= low].mean()),
                high_third=float(answer[draws >= high].mean()),
            )
        )
    return sorted(found, key=lambda d: (-d.share.value, d.figure))[:MOVES]


def groups(evaluation: Evaluation, place: int) -> list[GroupIndex]:
    """Sobol' indices of the net cost of the combination at ``place``, by kind of figure: what each kind brings
    alone, and in all with what it does together with the others.

    The model runs anew on two independent samples and on the first with one group's figures from the second.
    Figures of different groups that are correlated are drawn independently here, as the indices ask.
    """
    study, seed = evaluation.study, evaluation.sample.seed
    only = evaluation.plan.only([place])
    uncertain = [key for key, f in study.figures.items() if f.distribution != "fixed"]
    names = [n.plural for n in NOUNS if any(key.split(".")[0] == n.plural for key in uncertain)]
    draws = min(GROUP_DRAWS, evaluation.sample.draws)

    first, second = (Independent(study, draws, seed, name) for name in ("first", "second"))

    def run(crossed: set[str]) -> Floats:
        table = tableau(only, Crossed(first, second, crossed))
        return np.asarray(appraise(table)[0, INDICATORS.index("net_cost")])

    outputs = [run(set()), run(set(names)), *(run({name}) for name in names)]
    if np.ptp(outputs[:2]) == 0:
        return []
    found = sobol_indices(outputs, len(names), seed=seed)
    indices = [
        GroupIndex(
            group=name,
            first=Estimated(value=float(found.first.value[i]), se=float(found.first.se[i])),
            total=Estimated(value=float(found.total.value[i]), se=float(found.total.se[i])),
        )
        for i, name in enumerate(names)
    ]
    return sorted(indices, key=lambda index: (-index.total.value, index.group))
