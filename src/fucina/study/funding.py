"""Funding: what each source pays for building and running, whether it comes, and when."""

from dataclasses import dataclass

import numpy as np

from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Funding

GRANTS = ("capital-grant", "in-kind")
"""Kinds that meet the investment and are never given back."""


@dataclass(frozen=True)
class Sources:
    """k funding sources of one purpose, per draw: each (k, n).

    A source pays ``share`` of what it funds, up to ``amount``, where it is ``granted`` (1 or 0): the part
    ``advance`` with the spending, ``interim`` a year later, the rest two years later. ``in_kind`` (k,): it
    gives things and hours, no cash.
    """

    records: tuple[Funding, ...]
    share: Floats
    amount: Floats
    granted: Floats
    advance: Floats
    interim: Floats
    in_kind: np.ndarray

    @property
    def balance(self) -> Floats:
        return np.asarray(np.maximum(0.0, 1 - self.advance - self.interim))


def capital_sources(sample: Sample) -> Sources:
    """Grants and contributions in kind towards the investment."""
    return _sources(sample, GRANTS)


def core_sources(sample: Sample) -> Sources:
    """Stable money for running; ``amount`` is a year's."""
    return _sources(sample, ("core",))


def private_sources(sample: Sample, kind: str) -> Sources:
    """Equity, investment funds or loans towards what grants leave open."""
    return _sources(sample, (kind,))


def _sources(sample: Sample, kinds: tuple[str, ...]) -> Sources:
    records = tuple(source for source in sample.study.funding if source.kind in kinds)
    n = sample.draws

    def rows(attribute: str, default: float, *, money: bool = False) -> Floats:
        ask = sample.money if money else sample.of
        found = [ask("funding", r.id, attribute, default=default) for r in records]
        return np.stack(found) if found else np.zeros((0, n))

    probability = rows("probability", 1.0)
    chance = [sample.chance(f"funding.{record.id}.granted") for record in records]
    drawn = np.stack(chance) if chance else np.zeros((0, n))
    return Sources(
        records,
        rows("share", 0.0),
        rows("amount", np.inf, money=True),
        np.where(drawn < probability, 1.0, 0.0),
        rows("advance", 1.0),
        rows("interim", 0.0),
        np.array([record.kind == "in-kind" for record in records], dtype=np.bool_),
    )
