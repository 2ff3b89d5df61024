"""One uncertainty sample for the whole study: every step draws the same figure from the same place."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fucina.methods.uncertainty import (
    Distribution,
    Fixed,
    Pert,
    Triangular,
    Uniform,
    correlate,
    uniform,
)
from fucina.study.schema import DEFAULTS, Figure, Study

Floats = NDArray[np.float64]


class Sample:
    """``draws`` values of any figure from draw ``start`` on, addressed by (seed, the figure's key, draw index).

    The same figure has the same values whoever asks, so all alternatives are compared under the same
    circumstances (common random numbers), and neither the order of asking nor the number of workers
    matters. Figures that the study says move together are joined by a Gaussian copula; the draws of one
    index are mixed with one another alone, so a block of draws is the same wherever it is computed.
    """

    def __init__(self, study: Study, draws: int, seed: int, start: int = 0) -> None:
        self.study = study
        self.draws = draws
        self.seed = seed
        self.start = start
        self._kept: dict[str, Floats] = {}

    def of(
        self, plural: str, subject: str, attribute: str = "value", default: float | None = None
    ) -> Floats:
        """The draws (n,) of a figure in its own unit; ``default`` where the study gives none."""
        figure = self.study.figure(plural, subject, attribute)
        if figure is None:
            if default is None:
                raise KeyError(f"{plural}.{subject}.{attribute}")
            return np.full(self.draws, default)
        return self._draws(f"{plural}.{subject}.{attribute}", figure)

    def money(
        self, plural: str, subject: str, attribute: str = "value", default: float | None = None
    ) -> Floats:
        """The draws (n,) of an amount in the study's currency and at the prices of its price year."""
        figure = self.study.figure(plural, subject, attribute)
        values = self.of(plural, subject, attribute, default)
        if figure is None or figure.price_year is None:
            return values
        years = self.study.header.price_year - figure.price_year
        return values * self._exchange(figure) * self._price_level(years)

    def parameter(self, name: str) -> Floats:
        return self.money("parameters", name, default=DEFAULTS.get(name))

    def chance(self, key: str) -> Floats:
        """Uniform draws (n,) of something that is no figure, such as whether a grant is obtained."""
        return uniform(self.seed, key, self.draws, self.start)

    def _draws(self, key: str, figure: Figure) -> Floats:
        if key not in self._kept:
            law = distribution(figure)
            fixed = isinstance(law, Fixed)
            self._kept[key] = (
                np.full(self.draws, figure.value) if fixed else law.quantile(self._uniforms(key))
            )
        return self._kept[key]

    def _uniforms(self, key: str) -> Floats:
        if key in self._joined:
            return self._joined[key]
        return uniform(self.seed, key, self.draws, self.start)

    @cached_property
    def _joined(self) -> dict[str, Floats]:
        """The uniform draws of all figures that are correlated, with the correlations put in."""
        links = self.study.correlations
        keys = list(dict.fromkeys(key for link in links for key in (link.first, link.second)))
        if not keys:
            return {}
        place = {key: i for i, key in enumerate(keys)}
        matrix = np.eye(len(keys))
        for link in links:
            i, j = place[link.first], place[link.second]
            matrix[i, j] = matrix[j, i] = link.value
        rows = max(self.draws, 2)
        own = np.stack([uniform(self.seed, key, rows, self.start) for key in keys], axis=1)
        joined = correlate(own, matrix).uniforms[: self.draws]
        return {key: joined[:, i] for key, i in place.items()}

    def _exchange(self, figure: Figure) -> Floats | float:
        if figure.currency in (None, self.study.header.currency):
            return 1.0
        return self.of("parameters", f"eur-per-{str(figure.currency).lower()}")

    def _price_level(self, years: int) -> Floats | float:
        return 1.0 if years == 0 else (1 + self.of("parameters", "price-drift")) ** years

    @cached_property
    def uncertain(self) -> dict[str, Floats]:
        """The draws of every figure of the study that is not fixed, by key, in a fixed order."""
        return {
            key: self._draws(key, figure)
            for key, figure in sorted(self.study.figures.items())
            if figure.distribution != "fixed"
        }


class Part(Sample):
    """Some draws of a sample, without drawing them again."""

    def __init__(self, whole: Sample, start: int, draws: int) -> None:
        super().__init__(whole.study, draws, whole.seed, whole.start + start)
        self.whole = whole
        self.rows = slice(start, start + draws)

    def chance(self, key: str) -> Floats:
        return self.whole.chance(key)[self.rows]

    def _draws(self, key: str, figure: Figure) -> Floats:
        return self.whole._draws(key, figure)[self.rows]


class Independent(Sample):
    """Draws under another name, and without correlations: for indices of variance."""

    def __init__(self, study: Study, draws: int, seed: int, name: str) -> None:
        super().__init__(study, draws, seed)
        self.name = name

    def chance(self, key: str) -> Floats:
        return uniform(self.seed, f"{key}#{self.name}", self.draws)

    def _uniforms(self, key: str) -> Floats:
        return self.chance(key)


class Crossed(Sample):
    """A first sample in which the figures of some nouns come from a second one."""

    def __init__(self, first: Sample, second: Sample, crossed: set[str]) -> None:
        super().__init__(first.study, first.draws, first.seed)
        self.first, self.second, self.crossed = first, second, crossed

    def chance(self, key: str) -> Floats:
        return self._of(key).chance(key)

    def _draws(self, key: str, figure: Figure) -> Floats:
        return self._of(key)._draws(key, figure)

    def _of(self, key: str) -> Sample:
        return self.second if key.split(".")[0] in self.crossed else self.first


class Planned(Sample):
    """One draw in which every figure has its single value: the plan as it is written."""

    def __init__(self, study: Study) -> None:
        super().__init__(study, 1, 0)

    def chance(self, key: str) -> Floats:
        return np.zeros(1)

    def _draws(self, key: str, figure: Figure) -> Floats:
        return np.array([figure.value])


def distribution(figure: Figure) -> Distribution:
    """The distribution that a figure declares."""
    low, mode, high = figure.low, figure.value, figure.high
    if low is None or high is None:
        return Fixed(mode)
    match figure.distribution:
        case "uniform":
            return Uniform(low, high)
        case "triangular":
            return Triangular(low, mode, high)
        case _:
            return Pert(low, mode, high)
