"""Cases: what must be true for each other seat to be the right one."""

import numpy as np

from fucina.study.decision.opinion import Opinion
from fucina.study.result.choice import SeatCase, Switch
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats, Sample

SWITCHES = 5
"""How many figures are told of each seat."""
NOISE = 3.0
"""A slope is told apart from chance where it is this many standard errors from nothing."""


def cases(views: Opinion, sample: Sample, seat: str) -> list[SeatCase]:
    """Every seat but the recommended one, from the most probable down."""
    seats = list(dict.fromkeys(views.mains))
    value = np.stack(
        [
            np.max([views.together[i] for i, m in enumerate(views.mains) if m == name], axis=0)
            for name in seats
        ]
    )
    shares = views.by_seat()
    found = []
    for i, name in enumerate(seats):
        if name == seat:
            continue
        others = np.delete(value, i, axis=0).max(axis=0)
        behind = others - value[i]
        share = shares.get(name, np.zeros(sample.draws))
        found.append(
            SeatCase(
                seat=name,
                probability=Estimated(value=float(share.mean()), se=_se(share)),
                behind=Spread.of(behind),
                switches=switches(sample, behind, share),
            )
        )
    return sorted(found, key=lambda case: (-case.probability.value, case.seat))


def switches(sample: Sample, behind: Floats, share: Floats) -> list[Switch]:
    """The figures along which ``behind`` (n,) falls most, by least squares one at a time."""
    n = behind.size
    centred = behind - behind.mean()
    spread = float(centred @ centred)
    found: list[tuple[float, Switch]] = []
    for key, draws in sample.uncertain.items():
        own = draws - draws.mean()
        square = float(own @ own)
        if square == 0 or spread == 0:
            continue
        slope = float(own @ centred) / square
        explained = slope * slope * square / spread
        if explained * n < NOISE**2:
            continue
        at = float(draws.mean()) - float(behind.mean()) / slope
        low, high = _bounds(sample, key)
        edge = np.quantile(draws, 0.1 if slope > 0 else 0.9)
        tenth = draws <= edge if slope > 0 else draws >= edge
        found.append(
            (
                explained,
                Switch(
                    figure=key,
                    mean=float(draws.mean()),
                    switching=at,
                    within=low <= at <= high,
                    favourable=Estimated(value=float(share[tenth].mean()), se=_se(share[tenth])),
                ),
            )
        )
    found.sort(key=lambda pair: (-pair[0], pair[1].figure))
    return [switch for _, switch in found[:SWITCHES]]


def _bounds(sample: Sample, key: str) -> tuple[float, float]:
    figure = sample.study.figures[key]
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    return low, high


def _se(samples: Floats) -> float:
    return float(samples.std(ddof=1) / np.sqrt(samples.size)) if samples.size > 1 else 0.0
