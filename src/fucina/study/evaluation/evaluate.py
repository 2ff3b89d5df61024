"""Evaluates a plan block by block: here, or on a cluster that gives the same bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fucina.study.demand import Proxy
from fucina.study.evaluation.choice import appraise
from fucina.study.evaluation.combination import Combination, Plan, plan
from fucina.study.evaluation.tableau import INDICATORS, tableau
from fucina.study.sampling import Floats, Part, Sample
from fucina.study.schema import Study

BLOCK = 2_500
"""Draws computed together; a block is the same wherever and in whatever order it is computed."""
NEVER = 12.0 * 100
"""Months to an opening that never comes."""

type Progress = Callable[[float], None]


@dataclass(frozen=True)
class Block:
    """What a block of draws gives: indicators (m, k, b) of the built combinations, access (p, b) of the sites,
    openings (q, b) in years, floor (s, b) of the strategies."""

    indicators: Floats
    access: Floats
    openings: Floats
    area: Floats


@dataclass(frozen=True)
class Evaluation:
    """All combinations of a plan under all draws; ``whole`` as :class:`Block`, ``sample`` the same draws."""

    plan: Plan
    sample: Sample
    whole: Block

    @property
    def study(self) -> Study:
        return self.plan.study

    @cached_property
    def _row(self) -> dict[int, int]:
        return {place: row for row, place in enumerate(self.plan.built)}

    def row(self, place: int) -> int | None:
        """Where a combination stands among those that build; nothing for doing nothing."""
        return self._row.get(place)

    def indicator(self, name: str, place: int) -> Floats:
        """An indicator of a combination, per draw (n,); zero for doing nothing."""
        row = self.row(place)
        if row is None:
            return np.zeros(self.sample.draws)
        return np.asarray(self.whole.indicators[row, INDICATORS.index(name)])

    def access(self, place: int) -> Floats:
        row = self.row(place)
        if row is None:
            return np.zeros(self.sample.draws)
        return np.asarray(self.whole.access[self.plan.index[row, 0]])

    def area(self, place: int) -> Floats:
        row = self.row(place)
        if row is None:
            return np.zeros(self.sample.draws)
        return np.asarray(self.whole.area[self.plan.index[row, 1]])

    def opening(self, place: int) -> Floats:
        """Months from the decision to the opening (n,)."""
        row = self.row(place)
        if row is None:
            return np.full(self.sample.draws, NEVER)
        return np.asarray(12 * self.whole.openings[self.plan.index[row, 3]])

    @cached_property
    def ranked(self) -> list[Combination]:
        return [self.plan.combinations[i] for i in self.plan.ranked]


def evaluate(
    study: Study,
    draws: int,
    seed: int,
    proxy: Proxy = "stops",
    *,
    ranked_only: bool = False,
    sample: Sample | None = None,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Carries one sample through demand, schedule and money for every combination, or for those alone that
    are ranked. ``sample`` are these draws where they are at hand already; ``cluster`` is the address of a Dask
    scheduler."""
    drawn = sample or Sample(study, draws, seed)
    whole = plan(study, proxy)
    if ranked_only:
        whole = whole.only(whole.ranked)
    blocks = [(start, min(BLOCK, draws - start)) for start in range(0, draws, BLOCK)]
    if cluster is None:
        found = []
        for done, (start, size) in enumerate(blocks, start=1):
            found.append(evaluate_block(whole, Part(drawn, start, size)))
            if progress:
                progress(done / len(blocks))
    else:
        from fucina.study.evaluation.cluster import evaluate_blocks

        found = evaluate_blocks(cluster, whole, blocks, seed, progress)
    return Evaluation(whole, drawn, _joined(found))


def evaluate_block(whole: Plan, sample: Sample) -> Block:
    """A block of draws of a plan: a function of these arguments alone."""
    table = tableau(whole, sample)
    return Block(appraise(table), table.access, table.openings, table.strategies.area)


def _joined(blocks: list[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    return Block(
        *(
            np.concatenate([getattr(block, name) for block in blocks], axis=-1)
            for name in ("indicators", "access", "openings", "area")
        )
    )
