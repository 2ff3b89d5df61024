"""Several stakeholders around one table: what each wants, how far they agree, what they could choose."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats
from fucina.methods.decision.acceptability import Smaa
from fucina.methods.decision.compromise import MinimaxRegret, borda, copeland, minimax_regret
from fucina.methods.decision.consensus import dissent, kendall_w, rank_distance
from fucina.methods.decision.harm import Harm, harm
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Deliberation:
    """What v stakeholders' analyses of the same m alternatives give together.

    `first` (v,): the alternative each most often ranks first; `concordance`: Kendall's W of their
    expected ranks, nan where nobody prefers anything; `distance` (v, v) and `dissent` (v,) of
    their rank acceptabilities; Borda and Copeland scores (m,) of their expected ranks; the regret
    of their mean scores; who is hurt by each choice, and `opposition` (v, m): the probability
    that a stakeholder would rather have another alternative first, with its standard error.

    >>> from fucina.methods.decision import smaa
    >>> views = [smaa([[1, 0], [0, 1]], [w]) for w in ([0.9, 0.1], [0.2, 0.8], [0.7, 0.3])]
    >>> deliberate(views).first
    (0, 1, 0)
    """

    first: tuple[int, ...]
    concordance: float
    distance: Floats
    dissent: Floats
    borda: Floats
    copeland: Floats
    regret: MinimaxRegret
    harm: Harm
    opposition: Floats
    opposition_se: Floats

    @property
    def compromises(self) -> tuple[int, int, int]:
        """The alternatives by Borda, by Copeland and by least regret; lowest index on a tie."""
        return int(self.borda.argmax()), int(self.copeland.argmax()), self.regret.best


def deliberate(
    views: Sequence[Smaa],
    *,
    votes: ArrayLike | None = None,
    reference: int | None = None,
    bearable: float = 0.0,
) -> Deliberation:
    """Consensus, dissent, compromise and harm of several stakeholders' analyses.

    All analyses must score by the same rule, since losses are compared across stakeholders.
    `votes` as in `borda`, `reference` and `bearable` as in `harm`. Raises MethodError for no
    analysis and for analyses of different alternatives.

    >>> from fucina.methods.decision import smaa
    >>> views = [smaa([[1, 0], [0, 1]], [w]) for w in ([0.9, 0.1], [0.2, 0.8], [0.7, 0.3])]
    >>> together = deliberate(views)
    >>> together.compromises, together.harm.hardest_hit.tolist()
    ((0, 0, 0), [1, 0])
    """
    if not views:
        raise MethodError("views: no stakeholder's analysis")
    if len({view.acceptability.shape for view in views}) > 1:
        raise MethodError("views: the stakeholders judge different alternatives")
    acceptability = np.stack([view.acceptability for view in views])
    ranks = np.stack([view.expected_rank for view in views])
    scores = np.stack([view.scores_mean for view in views])
    distance = rank_distance(acceptability) if ranks.shape[1] > 1 else np.zeros((len(views),) * 2)
    return Deliberation(
        first=tuple(int(table[:, 0].argmax()) for table in acceptability),
        concordance=float("nan") if not np.ptp(ranks, axis=1).any() else kendall_w(ranks),
        distance=distance,
        dissent=dissent(distance),
        borda=borda(ranks, votes),
        copeland=copeland(ranks, votes),
        regret=minimax_regret(scores),
        harm=harm(scores, reference, bearable),
        opposition=1 - acceptability[:, :, 0],
        opposition_se=np.stack([view.acceptability_se[:, 0] for view in views]),
    )
