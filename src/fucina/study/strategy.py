"""Strategy: what a portfolio of service lines needs and earns at full operation."""

from dataclasses import dataclass

import numpy as np

from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Strategy, Study


@dataclass(frozen=True)
class Programme:
    """A strategy's yearly figures at full operation, one value per draw (n,). Money in the study's
    currency and prices; ``area`` m², ``staff`` FTE."""

    strategy: str
    area: Floats
    staff: Floats
    commercial: Floats
    membership: Floats
    competitive: Floats
    equipment: Floats
    renewal: Floats
    fitting: Floats
    ramp_years: Floats


def programme(study: Study, strategy: Strategy, sample: Sample) -> Programme:
    """Adds up the service lines of a strategy, scaled by its size."""
    scale = sample.of("strategies", strategy.id, "scale")
    zero = np.zeros(sample.draws)

    def total(attribute: str) -> Floats:
        return sum((sample.of("services", s, attribute) for s in strategy.services), zero) * scale

    def income(price: str) -> Floats:
        terms = (
            sample.of("services", s, "volume") * sample.money("services", s, price, default=0.0)
            for s in strategy.services
        )
        return sum(terms, zero) * scale

    machines = [m for m in study.machines if m.service in strategy.services]
    prices = {
        m.id: sample.of("machines", m.id, "quantity") * sample.money("machines", m.id, "price")
        for m in machines
    }
    fitting = sum(
        (
            sample.of("services", s, "area") * sample.money("services", s, "fitting", default=0.0)
            for s in strategy.services
        ),
        zero,
    )
    lost = 1 - sample.of("parameters", "member-churn")
    return Programme(
        strategy=strategy.id,
        area=total("area"),
        staff=total("staff"),
        commercial=income("price"),
        membership=sample.of("strategies", strategy.id, "members")
        * lost
        * sample.money("strategies", strategy.id, "fee"),
        competitive=income("grant"),
        equipment=sum(prices.values(), zero) * scale,
        renewal=sum((price / sample.of("machines", m, "life") for m, price in prices.items()), zero)
        * scale,
        fitting=fitting * scale,
        ramp_years=sample.of("strategies", strategy.id, "ramp_years"),
    )
