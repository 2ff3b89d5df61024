"""Clients that book: one after another, or several at once."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from benchmarks.labs.processes import NOTHING, Cost
from benchmarks.labs.subject import Slot, Subject, send


@dataclass
class Measured:
    """Of some bookings: what they cost together, and how long each took."""

    cost: Cost = NOTHING
    seconds: list[float] = field(default_factory=list)

    @property
    def each(self) -> Cost:
        return self.cost / len(self.seconds)


def book(subject: Subject, slots: Sequence[Slot], clients: int, into: Measured) -> None:
    """Shared out among the clients, each on one connection; what it cost is added."""
    before = subject.server.cost()
    with ThreadPoolExecutor(clients) as several:
        for seconds in several.map(
            lambda mine: _one_client(subject, mine), [slots[n::clients] for n in range(clients)]
        ):
            into.seconds += seconds
    into.cost += subject.server.cost() - before


def _one_client(subject: Subject, slots: Sequence[Slot]) -> list[float]:
    found, client = [], subject.client()
    for slot in slots:
        start = time.perf_counter()
        send(client, subject.book(slot))
        found.append(time.perf_counter() - start)
    client.close()
    return found
