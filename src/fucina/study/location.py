"""Location: the seats that can hold the centre, alone, with satellites, or as a network."""

from dataclasses import dataclass
from typing import Literal

from fucina.methods.location import Optimum, p_median
from fucina.study.demand import Demand
from fucina.study.schema import Location, Study

Kind = Literal["do-nothing", "do-minimum", "hub", "hub-satellites", "diffuse"]


@dataclass(frozen=True)
class Need:
    """The floor that a strategy needs, at the single values: all of it, and what must carry heavy machines (m²)."""

    strategy: str
    area: float
    halls: float


@dataclass(frozen=True)
class Alternative:
    """A location alternative for a strategy: which seats, which share of the activity at each, and why it may
    be out.

    ``shares`` has the main seat first. ``too_small`` names the seats that cannot hold their share.
    """

    id: str
    location: str
    kind: Kind
    seats: tuple[str, ...]
    shares: tuple[float, ...]
    split_cost: float
    strategy: str
    too_small: tuple[str, ...] = ()
    optimum: Optimum | None = None

    @property
    def main(self) -> str | None:
        return self.seats[0] if self.seats else None

    @property
    def feasible(self) -> bool:
        return not self.too_small

    @property
    def baseline(self) -> bool:
        return self.kind in ("do-nothing", "do-minimum")


def alternatives(study: Study, demand: Demand, need: Need) -> list[Alternative]:
    """Every location alternative of the study for a strategy's need, feasible or not; the two baselines, which
    have strategies of their own, are no alternatives for it.

    A hub at each candidate; a hub at each with the satellites that bring demand nearest (p-median with
    the hub fixed); the diffuse network of least mean travel time (p-median). Each optimum is proved. A network needs two
    seats that can hold their share; where there are not, it is no alternative.
    """
    found: list[Alternative] = []
    for location in study.locations:
        match location.kind:
            case "hub":
                found += [_hub(study, location, seat.id, need) for seat in study.candidates]
            case "hub-satellites":
                for hub in range(len(study.candidates)):
                    found += _satellites(study, location, demand, hub, need)
            case "diffuse":
                found += _diffuse(study, location, demand, need)
            case _:
                continue
    return found


def baselines(study: Study) -> list[Alternative]:
    """Doing nothing, and doing the minimum: what every alternative is compared with."""
    found = []
    for location in study.locations:
        if location.kind == "do-nothing":
            found.append(Alternative(location.id, location.id, "do-nothing", (), (), 0.0, ""))
        if location.kind == "do-minimum":
            found.append(_minimum(study, location))
    return found


def _value(study: Study, location: Location, attribute: str) -> float:
    return study.need("locations", location.id, attribute).value


def _minimum(study: Study, location: Location) -> Alternative:
    seat = location.seat or study.candidates[0].id
    return Alternative(
        location.id, location.id, "do-minimum", (seat,), (1.0,), 0.0, study.minimum_strategy.id
    )


def _hub(study: Study, location: Location, seat: str, need: Need) -> Alternative:
    too_small = _too_small(study, (seat,), (1.0,), need)
    return Alternative(
        f"{location.id}:{seat}",
        location.id,
        "hub",
        (seat,),
        (1.0,),
        0.0,
        need.strategy,
        too_small,
    )


def _satellites(
    study: Study, location: Location, demand: Demand, hub: int, need: Need
) -> list[Alternative]:
    sites = round(_value(study, location, "sites"))
    main_share = _value(study, location, "main_share")
    rest = (1 - main_share) / max(sites - 1, 1)
    pool = [
        i
        for i, seat in enumerate(study.candidates)
        if i == hub or _capacity(study, seat.id) >= rest * need.area
    ]
    if len(pool) < 2:
        return []
    best = _median(study, demand, pool, min(sites, len(pool)), (pool.index(hub),))
    chosen = [hub, *(pool[i] for i in best.selected if pool[i] != hub)]
    return [_network(study, location, "hub-satellites", chosen, main_share, need, best)]


def _diffuse(study: Study, location: Location, demand: Demand, need: Need) -> list[Alternative]:
    sites = round(_value(study, location, "sites"))
    main_share = _value(study, location, "main_share")
    pool = [
        i
        for i, seat in enumerate(study.candidates)
        if not _too_small(study, (seat.id,), (main_share,), need)
    ]
    if len(pool) < 2:
        return []
    best = _median(study, demand, pool, min(sites, len(pool)), ())
    chosen = sorted(
        (pool[i] for i in best.selected),
        key=lambda i: (-_capacity(study, study.candidates[i].id), i),
    )
    return [_network(study, location, "diffuse", chosen, main_share, need, best)]


def _median(
    study: Study, demand: Demand, pool: list[int], sites: int, required: tuple[int, ...]
) -> Optimum:
    return p_median(demand.minutes[:, pool], demand.weights, sites, required=required)


def _network(
    study: Study,
    location: Location,
    kind: Kind,
    chosen: list[int],
    main_share: float,
    need: Need,
    best: Optimum,
) -> Alternative:
    seats = tuple(study.candidates[i].id for i in chosen)
    others = len(seats) - 1
    shares = (main_share, *([(1 - main_share) / others] * others)) if others else (1.0,)
    identity = f"{location.id}:{seats[0]}" if kind == "hub-satellites" else location.id
    return Alternative(
        identity,
        location.id,
        kind,
        seats,
        shares,
        _value(study, location, "split_cost"),
        need.strategy,
        _too_small(study, seats, shares, need),
        best,
    )


def _capacity(study: Study, seat: str) -> float:
    return study.need("seats", seat, "capacity").value


def halls(study: Study, seat: str) -> float:
    """Floor of a seat that carries heavy machines (m²): all of it where the study does not say."""
    figure = study.figure("seats", seat, "hall_capacity")
    return _capacity(study, seat) if figure is None else figure.value


def _too_small(
    study: Study, seats: tuple[str, ...], shares: tuple[float, ...], need: Need
) -> tuple[str, ...]:
    """Halls are not divided in proportion: they stand where the main seat is, the first of ``seats``, unless
    all seats have equal shares."""
    alike = len(set(shares)) == 1
    small = []
    for i, (seat, share) in enumerate(zip(seats, shares, strict=True)):
        heavy = need.halls * (share if alike or len(shares) == 1 else float(i == 0))
        if _capacity(study, seat) < share * need.area * (1 - 1e-9) or halls(study, seat) < min(
            heavy, share * need.area
        ) * (1 - 1e-9):
            small.append(seat)
    return tuple(small)
