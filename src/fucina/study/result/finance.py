"""Money: every combination in short, the recommended one year by year."""

from typing import Literal

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
    form: str
    capital: Spread
    fnpv_c: Spread
    net_cost: Spread
    cash_need: Spread
    benefit: Spread
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


class Row(Record):
    """A row of a statement: the mean over the draws, period by period (full euro)."""

    name: str
    mean: list[Number]


class LineAccount(Record):
    """A service line of the proposed combination at full operation (full euro a year, means), and the present value
    over the horizon of what it brings the centre and of what it gives firms and society besides."""

    service: Id
    commercial: Number
    competitive: Number
    running: Number
    renewal: Number
    benefit: Number
    net_present: Spread
    benefit_present: Spread


class PartnerAccount(Record):
    """What a stakeholder puts in (present values, full euro) against what it decides (shares of 1).

    ``calls``: its part, by quota, of what partners must add in years when cash runs out. ``npv``: what comes back
    to it less what it puts in, FNPV(Kp).
    """

    stakeholder: Id
    quota: Number
    power: Number
    grants: Spread
    in_kind: Spread
    equity: Spread
    calls: Spread
    money: Spread
    money_share: Estimated
    npv: Spread


class Indicator(Record):
    """An indicator of return: its present value per draw, and the rate of return of the mean flows where there is one."""

    name: Literal["C", "K", "E"]
    value: Spread
    rate: Number | None
    status: str


class Returns(Record):
    """``method``: the kind of appraisal the investment's size calls for. ``gap``: the part of the discounted investment
    that net revenue leaves open (0 to 1), under the rules up to 2020."""

    method: Literal["cba", "simplified-cba", "cost-effectiveness"]
    period: str
    required: bool
    indicators: list[Indicator]
    benefit_cost: Spread
    gap: Spread


class Bridge(Record):
    """The cash that must be bridged until grants and income arrive: the deepest need, the year it falls in (0 is
    that of the decision), years below nothing until operation ends, and what a bank would ask for lending it (full
    euro). ``lasting`` is still missing when all is paid, and must be given, not lent; with probability ``recovers``
    nothing is."""

    need: Spread
    year: Spread
    years: Spread
    rate: Spread
    cost: Spread
    lasting: Spread
    recovers: Estimated


class SourceAccount(Record):
    """What a funding source brings over the horizon (full euro, not discounted), and how often it is obtained."""

    source: Id
    amount: Spread
    obtained: Estimated


class SchoolAccount(Record):
    """A degree course with all its cohorts: people and hours a year, full euro a year."""

    service: Id
    students: Spread
    graduates: Spread
    student_hours: Spread
    machine_hours: Spread
    cost: Spread
    income: Spread
    cost_per_hour: Spread
    hours_by_teacher: dict[str, Number]
    cohorts: list[Row]
    """Students of each year of the course, year by year from the opening of the school (means)."""


class DemandCheck(Record):
    """A service line's plan against what its users ask for (units a year): ``met``, the probability that they ask
    for at least what is planned."""

    service: Id
    planned: Spread
    asked: Spread
    met: Estimated


class PortfolioPoint(Record):
    """A portfolio of the frontier (million, present values)."""

    lines: list[Id]
    cost: Number
    benefit: Number


class Portfolio(Record):
    """Which service lines belong together: ``frontier``, the most benefit for every net public cost, and of all
    portfolios that no other dominates, whatever is held to matter more, the share that holds each line."""

    lines: list[Id]
    cost: list[Number]
    values: list[list[Number]]
    criteria: list[str]
    budget: Number
    frontier: list[PortfolioPoint]
    core_index: list[Number]
    robust: int


class Finance(Record):
    """The money. Statements are means over the draws of the proposed combination: ``income``, ``cash`` and
    ``balance`` yearly from the decision, ``monthly`` cash around the opening (month 0)."""

    timing: str
    discount_rate: Number
    years: list[int]
    combinations: list[Combination]
    recommended: list[Band]
    income: list[Row]
    cash: list[Row]
    balance: list[Row]
    months: list[int]
    monthly: list[Row]
    lines: list[LineAccount]
    partners: list[PartnerAccount]
    sources: list[SourceAccount]
    returns: Returns
    bridge: Bridge
    schools: list[SchoolAccount]
    demand: list[DemandCheck]
    portfolio: Portfolio | None
    net_cost_histogram_edges: list[Number]
    net_cost_histogram_counts: list[int]
    drivers: list[Driver]
    planned: list[Planned]
    irr_status: str
    irr: list[Number]
