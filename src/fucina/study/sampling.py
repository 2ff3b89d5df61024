"""One uncertainty sample for the whole study: every step draws the same figure from the same place."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fucina.methods.uncertainty import Distribution, Fixed, Pert, Triangular, Uniform, uniform
from fucina.study.schema import Figure, Study

Floats = NDArray[np.float64]


class Sample:
    """``draws`` values of any figure, addressed by (seed, the figure's key, draw index).

    The same figure has the same values whoever asks, so all alternatives are compared under the same
    circumstances (common random numbers), and neither the order of asking nor the number of workers
    matters.
    """

    def __init__(self, study: Study, draws: int, seed: int) -> None:
        self.study = study
        self.draws = draws
        self.seed = seed
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
        return self.money("parameters", name)

    def _draws(self, key: str, figure: Figure) -> Floats:
        if key not in self._kept:
            law = distribution(figure)
            fixed = isinstance(law, Fixed)
            self._kept[key] = (
                np.full(self.draws, figure.value)
                if fixed
                else law.quantile(uniform(self.seed, key, self.draws))
            )
        return self._kept[key]

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
