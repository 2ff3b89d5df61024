"""Money: every combination in short, the recommended one year by year."""

from fucina.study.result.decision import Driver
from fucina.study.result.number import Estimated, Number, Spread
from fucina.study.schema.record import Id, Record


class Combination(Record):
    """An alternative under a strategy. Amounts in the study's currency, at its price year's prices (full
    euro, not millions).

    ``break_even_benefit``: yearly benefit at full operation, for firms and society, at which the
    present value of what is put in comes back.
    """

    alternative: str
    strategy: str
    capital: Spread
    fnpv_c: Spread
    net_cost: Spread
    cash_need: Spread
    break_even_benefit: Spread
    fnpv_negative: Estimated
    cash_negative: Estimated
    opening: Spread | None


class Band(Record):
    """A yearly quantity: mean, 5th, 50th and 95th percentile, year by year (full euro)."""

    name: str
    mean: list[Number]
    p05: list[Number]
    p50: list[Number]
    p95: list[Number]


class Planned(Record):
    """What a strategy plans at full operation. Area m², staff FTE, money in full euro a year."""

    strategy: Id
    area: Number
    staff: Number
    commercial: Spread
    membership: Spread
    competitive: Spread
    equipment: Spread
    commercial_share: Number
    competitive_share: Number
    core_share: Number


class Finance(Record):
    timing: str
    discount_rate: Number
    years: list[int]
    combinations: list[Combination]
    recommended: list[Band]
    net_cost_histogram_edges: list[Number]
    net_cost_histogram_counts: list[int]
    drivers: list[Driver]
    planned: list[Planned]
    irr_status: str
    irr: list[Number]
