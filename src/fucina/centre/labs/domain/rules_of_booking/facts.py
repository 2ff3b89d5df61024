"""What the rules of booking look at: values, read once, never changed by a rule."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.opening import Exceptional
from fucina.centre.labs.enums import PERSONAL, AllocationRole, BookingKind
from fucina.centre.labs.models import Policy
from fucina.centre.refusal import Problem


@dataclass(frozen=True)
class Need:
    """A qualification that a resource asks for, and what the person has of it: ``held`` is 0 where it was never granted."""

    qualification: int
    name: str
    level: int
    held: int
    last_day: dt.date | None


@dataclass(frozen=True)
class Reserved:
    plan: int
    name: str
    hours: str


@dataclass(frozen=True)
class Quota:
    """Minutes in a period; ``type`` counts a category together, ``resource`` one machine."""

    period: str
    minutes: int
    week_starts: int = 0
    counted_from: dt.time | None = None
    counted_to: dt.time | None = None
    type: int | None = None
    resource: int | None = None


@dataclass(frozen=True)
class Take:
    """A schedule that a booking takes, for what reason and how many places of how many."""

    resource: int
    name: str
    schedule: int
    capacity: int
    quantity: int
    role: str
    span: Span

    @property
    def exclusive(self) -> bool:
        return self.capacity == 1


@dataclass(frozen=True)
class Line:
    """One of the things asked for, with everything that its rules know."""

    resource: int
    name: str
    kind: str
    status: str
    listed: bool
    laboratory: int
    policy: Policy
    hours: str
    take: Take
    type: int | None = None
    chargeable: int | None = None
    exceptions: tuple[Exceptional, ...] = ()
    needs: tuple[Need, ...] = ()
    reserved: tuple[Reserved, ...] = ()
    quotas: tuple[Quota, ...] = ()
    preferential: bool = False


@dataclass(frozen=True)
class Taken:
    """What is taken already, by somebody else's booking or by another of one's own."""

    allocation: int
    booking: int
    schedule: int
    resource: int
    span: Span
    quantity: int
    role: str
    kind: str
    name: str = ""
    """Of who has it, where the reader may know."""


@dataclass(frozen=True)
class Own:
    """Another booking of the same person, of one resource."""

    booking: int
    resource: int
    type: int | None
    span: Span
    open: bool
    """Still to come or running, not missed or done."""


@dataclass(frozen=True)
class Member:
    """That the person belongs to the organisation, until when."""

    organisation: int
    kind: str
    role: str
    first: dt.date
    last: dt.date | None

    def on(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Suspended:
    laboratory: int | None
    reason: str
    first: dt.date
    last: dt.date | None


@dataclass(frozen=True)
class Who:
    """The person for whom it is."""

    person: int
    name: str
    organisation: int | None
    members: tuple[Member, ...] = ()
    suspensions: tuple[Suspended, ...] = ()
    plans: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Request:
    """What is asked."""

    span: Span
    kind: str = BookingKind.USE
    project: int | None = None
    risk_assessment: str = ""
    moving: int | None = None
    """The booking that is changed; it does not stand in its own way."""
    was: Span | None = None
    """When that one was until now."""
    for_another: bool = False
    as_staff: bool = False
    """Whoever asks looks after everything asked for."""
    kind_allowed: bool = True
    economic_stated: bool = False
    outside: bool = False
    """For a firm or somebody unknown: what has a price is not free for want of a project."""
    at_once: bool = False
    plans: frozenset[int] = frozenset()
    """Bought together with the booking."""

    @property
    def personal(self) -> bool:
        return self.kind in PERSONAL


@dataclass(frozen=True)
class Circumstances:
    now: dt.datetime
    who: Who
    lines: tuple[Line, ...]
    takes: tuple[Take, ...]
    taken: tuple[Taken, ...] = ()
    own: tuple[Own, ...] = ()
    scope: frozenset[int] | None = None
    """The resources to which the project is limited, None for no limit."""
    billing: Sequence[Problem] = ()

    def asked(self) -> list[Take]:
        return [take for take in self.takes if take.role == AllocationRole.ASKED]
