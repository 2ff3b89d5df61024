"""What many draws say about the alternatives: the measures of SMAA-2."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.decision.entropy import entropy
from fucina.methods.decision.ranking import Counts, blocks, count_ranks, first_shares
from fucina.methods.decision.scoring import Scoring


@dataclass(frozen=True)
class Smaa:
    """What the draws of weights and values say about m alternatives and c criteria.

    `acceptability` (m, m): share of draws in which an alternative (row) has a rank (column, best
    first); `central_weights` (m, c): mean weights of the draws it wins, nan if none; `confidence`
    (m,): share of draws it wins at its central weights, nan if none; `pairwise` (m, m): P(row
    better than column), a tie counts one half, diagonal 0; `expected_rank` (m,) from 1; `best`
    (n,): winner of each draw, lowest index on a tie; `scores_mean` (m,); `rank_entropy` (m,):
    bits by which an alternative's rank is open; `choice_entropy`: bits by which the choice is.
    Each `..._se` is the standard error of its namesake; of a share p it is sqrt(p(1 - p)/n), an
    upper bound where ties are shared.

    >>> from fucina.methods.decision import smaa
    >>> smaa([[1, 0], [0, 1]], [[0.9, 0.1], [0.6, 0.4]]).best.tolist()
    [0, 0]
    """

    acceptability: Floats
    acceptability_se: Floats
    central_weights: Floats
    central_weights_se: Floats
    confidence: Floats
    confidence_se: Floats
    pairwise: Floats
    pairwise_se: Floats
    expected_rank: Floats
    expected_rank_se: Floats
    best: Integers
    scores_mean: Floats
    scores_mean_se: Floats
    rank_entropy: Floats
    choice_entropy: float


def analyse(scoring: Scoring, weights: Floats) -> Smaa:
    """The measures over weights (n, c), each row summing to one; checked by who calls.

    >>> from fucina.methods.decision.scoring import Additive
    >>> analyse(Additive(np.eye(2)), np.array([[0.9, 0.1]])).acceptability.tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    n, c = weights.shape
    m = scoring.shape[-2]
    counts = Counts.empty(m, c)
    best = np.empty(n, dtype=np.int64)
    for block in blocks(n):
        shares = np.ascontiguousarray(weights[block].T)
        best[block] = count_ranks(scoring.scores(shares, block), shares, counts)
    central, central_se = _mean(counts.won, counts.won_squares, counts.ranks[:, :1])
    mean_score, score_se = _mean(counts.scores, counts.score_squares, np.full(m, float(n)))
    acceptability = np.clip(counts.ranks / n, 0.0, 1.0)
    pairwise = (counts.wins + (n - counts.wins.T)) / 2 / n * (1 - np.eye(m))
    place = np.arange(1, m + 1)
    expected = acceptability @ place
    spread = np.clip(acceptability @ place**2 - expected**2, 0.0, None)
    confidence, confidence_se = _confidence(scoring, central)
    return Smaa(
        acceptability=acceptability,
        acceptability_se=_share_se(acceptability, n),
        central_weights=central,
        central_weights_se=central_se,
        confidence=confidence,
        confidence_se=confidence_se,
        pairwise=pairwise,
        pairwise_se=_share_se(pairwise, n),
        expected_rank=expected,
        expected_rank_se=np.sqrt(spread / n),
        best=best,
        scores_mean=mean_score,
        scores_mean_se=score_se,
        rank_entropy=entropy(acceptability),
        choice_entropy=float(entropy(acceptability[:, 0])),
    )


def _share_se(share: Floats, n: int) -> Floats:
    return np.sqrt(share * (1 - share) / n)


def _mean(total: Floats, squares: Floats, number: Floats) -> tuple[Floats, Floats]:
    """Means and their standard errors s / sqrt(number); nan where there is too little to say."""
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(number > 0, total / number, np.nan)
        spread = np.clip(squares / number - mean**2, 0.0, None)
        error = np.where(number > 1, np.sqrt(spread / (number - 1)), np.nan)
    return mean, error


def _confidence(scoring: Scoring, central: Floats) -> tuple[Floats, Floats]:
    """Share of the draws of the values that each alternative wins where the weights are its central
    ones, and its standard error: nothing is drawn where the values are known."""
    result = np.full(central.shape[0], np.nan)
    winners = np.flatnonzero(np.isfinite(central[:, 0]))
    if len(scoring.shape) == 2:
        if winners.size:
            first = first_shares(scoring.scores(np.ascontiguousarray(central[winners].T), slice(0)))
            result[winners] = first[winners, np.arange(winners.size)]
        return result, result * 0.0
    draws = scoring.shape[0]
    for winner in winners:
        won = 0.0
        for block in blocks(draws):
            width = block.stop - block.start
            shares = np.repeat(central[winner][:, None], width, axis=1)
            won += float(first_shares(scoring.scores(shares, block))[winner].sum())
        result[winner] = won / draws
    return result, _share_se(result, draws)
