"""Strategy: what a portfolio of service lines needs, costs and earns, line by line."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from fucina.study import demand
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Service, Strategy, Study
from fucina.study.school import School, school

LineKind = Literal["commercial", "membership", "competitive", "running", "renewal", "benefit"]
LINE_KINDS: tuple[LineKind, ...] = (
    "commercial", "membership", "competitive", "running", "renewal", "benefit",
)  # fmt: skip
COHORT_RAMP = 0.5
"""Years until a new course year is in full swing: its first term (an assumption)."""
NO_LIMIT = np.inf


@dataclass(frozen=True)
class Line:
    """A line of the yearly cash flow at full operation, per draw (n,), in the study's currency and prices.

    ``wanted`` is what is asked for where the mean seat stands; a line that is ``pulled`` is multiplied by
    how much more or less than that seat another one reaches; no line passes its ``ceiling``, what the
    centre can deliver. It starts ``start`` years after the opening and takes ``ramp`` years to grow.
    """

    service: str
    kind: LineKind
    wanted: Floats
    ceiling: Floats
    pulled: bool
    start: Floats
    ramp: Floats


@dataclass(frozen=True)
class Programme:
    """A strategy at full operation, per draw (n,): floor in m², staff in FTE, money in the study's currency.

    ``halls`` is the part of the area that must carry heavy machines. ``schools`` by service.
    """

    strategy: str
    area: Floats
    halls: Floats
    staff: Floats
    equipment: Floats
    fitting: Floats
    ramp_years: Floats
    lines: tuple[Line, ...]
    schools: dict[str, School]

    def total(self, *kinds: LineKind) -> Floats:
        """What all lines of some kinds come to at the mean seat (n,)."""
        found = [np.minimum(li.wanted, li.ceiling) for li in self.lines if li.kind in kinds]
        return np.asarray(sum(found, np.zeros_like(self.area)))


def programme(study: Study, strategy: Strategy, sample: Sample) -> Programme:
    """Adds up the service lines of a strategy, scaled by its size."""
    scale = sample.of("strategies", strategy.id, "scale")
    zero = np.zeros(sample.draws)
    services = [service for service in study.services if service.id in strategy.services]
    offer = _Offer(study, strategy, scale, sample)
    machines = [m for m in study.machines if m.service in strategy.services]
    prices = [
        sample.of("machines", m.id, "quantity") * sample.money("machines", m.id, "price")
        for m in machines
    ]
    fitting = [
        areas(study, s.id, sample) * sample.money("services", s.id, "fitting", default=0.0)
        for s in services
    ]
    lines = [line for service in services for line in offer.lines(service)]
    return Programme(
        strategy=strategy.id,
        area=sum((areas(study, s.id, sample) for s in services), zero) * scale,
        halls=sum((areas(study, s.id, sample, halls=True) for s in services), zero) * scale,
        staff=sum((staff(study, s.id, sample) for s in services), zero) * scale,
        equipment=sum(prices, zero) * scale,
        fitting=sum(fitting, zero) * scale,
        ramp_years=sample.of("strategies", strategy.id, "ramp_years"),
        lines=(*lines, offer.membership()) if services else (),
        schools=offer.schools,
    )


def areas(study: Study, service: str, sample: Sample, *, halls: bool = False) -> Floats:
    """Floor (n,) that a service line needs: all of it, or the part for heavy machines."""
    spaces = [space for space in study.spaces if space.service == service]
    if not spaces:
        return 0.0 * _one(sample) if halls else sample.of("services", service, "area")
    wanted = [s for s in spaces if s.kind == "hall"] if halls else spaces
    return sum((sample.of("spaces", s.id, "area") for s in wanted), np.zeros(sample.draws))


def staff(study: Study, service: str, sample: Sample) -> Floats:
    """Full-time posts (n,) of a service line."""
    posts = [post for post in study.posts if post.service == service]
    if not posts:
        return sample.of("services", service, "staff")
    return sum((sample.of("posts", p.id, "fte") for p in posts), np.zeros(sample.draws))


def payroll(study: Study, service: str, sample: Sample) -> Floats:
    """Yearly cost (n,) of the people of a service line."""
    posts = [post for post in study.posts if post.service == service]
    if not posts:
        return sample.of("services", service, "staff") * sample.parameter("staff-cost")
    costs = (sample.of("posts", p.id, "fte") * sample.money("posts", p.id, "cost") for p in posts)
    return sum(costs, np.zeros(sample.draws)) * sample.parameter("pay-level")


def _one(sample: Sample) -> Floats:
    return np.ones(sample.draws)


class _Offer:
    """Turns the service lines of one strategy into lines of the cash flow."""

    def __init__(self, study: Study, strategy: Strategy, scale: Floats, sample: Sample) -> None:
        self.study, self.strategy, self.sample = study, strategy, sample
        self.scale = scale
        self.schools: dict[str, School] = {}
        self.ramp = sample.of("strategies", strategy.id, "ramp_years")
        self.use = sample.of("parameters", "utilisation") / sample.of(
            "parameters", "utilisation-plan"
        )

    def lines(self, service: Service) -> list[Line]:
        degree = next((d for d in self.study.degrees if d.service == service.id), None)
        if degree is None:
            return [*self._sold(service.id), self._running(service.id), *self._renewal(service.id)]
        taught = school(self.study, degree, self.scale, self.sample)
        self.schools[service.id] = taught
        return [*self._taught(service.id, taught), *self._renewal(service.id)]

    def membership(self) -> Line:
        sample, strategy = self.sample, self.strategy.id
        fees = sample.of("strategies", strategy, "members") * sample.money(
            "strategies", strategy, "fee"
        )
        kept = fees * (1 - sample.of("parameters", "member-churn"))
        return Line("", "membership", kept, self._free(), False, np.zeros(sample.draws), self.ramp)

    def _sold(self, service: str) -> list[Line]:
        """Units sold: no more than the volume at the use that is drawn, no more than is asked for."""
        sample = self.sample
        able = sample.of("services", service, "volume") * self.scale
        asked = demand.wanted(self.study, service, sample)
        units = able * self.use
        found = []
        for kind, attribute in (("commercial", "price"), ("benefit", "benefit")):
            each = sample.money("services", service, attribute, default=0.0)
            if kind == "benefit":
                each = each * sample.parameter("benefit-realised")
            if asked is None:
                found.append(self._line(service, kind, each * units, self._free(), pulled=True))
            else:
                found.append(self._line(service, kind, each * asked, each * units, pulled=True))
        won = able if asked is None else np.minimum(able, asked)
        grant = sample.money("services", service, "grant", default=0.0)
        found.append(self._line(service, "competitive", grant * won, self._free()))
        return found

    def _running(self, service: str) -> Line:
        people = payroll(self.study, service, self.sample) * self.scale
        whole = people / self.sample.of("parameters", "personnel-share")
        return self._line(service, "running", whole, self._free())

    def _renewal(self, service: str) -> list[Line]:
        sample = self.sample
        yearly = [
            sample.of("machines", m.id, "quantity")
            * sample.money("machines", m.id, "price")
            / sample.of("machines", m.id, "life")
            for m in self.study.machines
            if m.service == service
        ]
        if not yearly:
            return []
        total = np.asarray(sum(yearly)) * self.scale
        return [self._line(service, "renewal", total, self._free())]

    def _taught(self, service: str, taught: School) -> list[Line]:
        """A line for each course year, which begins with its cohort, and one for what all years share."""
        found = []
        benefit = self.sample.money("degrees", taught.degree.id, "graduate_benefit", default=0.0)
        benefit = benefit * self.sample.parameter("benefit-realised")
        for year in taught.years:
            for kind, amount in (
                ("commercial", year.fees),
                ("competitive", year.grant),
                ("running", year.teaching + year.internship),
                ("benefit", year.graduates * benefit),
            ):
                found.append(self._cohort(service, kind, amount, year.delay))
        found.append(self._cohort(service, "commercial", taught.firm_income, 0.0))
        found.append(self._cohort(service, "running", taught.arts + taught.overhead, 0.0))
        return found

    def _line(
        self, service: str, kind: str, wanted: Floats, ceiling: Floats, *, pulled: bool = False
    ) -> Line:
        return Line(
            service, _kind(kind), wanted, ceiling, pulled, self._start(service), self._ramp(service)
        )

    def _cohort(self, service: str, kind: str, amount: Floats, delay: float) -> Line:
        ramp = np.full(self.sample.draws, COHORT_RAMP)
        start = self._start(service) + delay
        return Line(service, _kind(kind), amount, self._free(), False, start, ramp)

    def _start(self, service: str) -> Floats:
        return self.sample.of("services", service, "start_months", default=0.0) / 12

    def _ramp(self, service: str) -> Floats:
        figure = self.study.figure("services", service, "ramp_years")
        return self.ramp if figure is None else self.sample.of("services", service, "ramp_years")

    def _free(self) -> Floats:
        return np.full(self.sample.draws, NO_LIMIT)


def _kind(name: str) -> LineKind:
    return next(kind for kind in LINE_KINDS if kind == name)
