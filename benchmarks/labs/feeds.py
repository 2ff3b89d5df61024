"""A calendar read: how many events, queries and seconds."""

import json
import time
from dataclasses import dataclass

from benchmarks.labs.processes import NOTHING, Cost
from benchmarks.labs.statements import counted
from benchmarks.labs.subject import Ask, Subject, send


@dataclass(frozen=True)
class Feed:
    """The mean of several readings."""

    events: int
    queries: int
    cpu: Cost
    seconds: float


WARM_UP = 8  # two processes of four threads: a new connection for each reading
type Calendar = tuple[Subject, Ask]


def read_in_turns(calendars: list[Calendar], rounds: int, times: int) -> list[Feed]:
    """Each so many times, then the next, and again: a machine that slows down meanwhile slows them all.

    Each process and its connections are warmed up before; queries are counted apart, since logging them costs.
    """
    for one in calendars * WARM_UP:
        _read(one, 1)
    found = [(NOTHING, 0.0) for _one in calendars]
    for _round in range(rounds):
        for number, one in enumerate(calendars):
            cost, seconds = found[number]
            more = _read(one, times)
            found[number] = (cost + more[0], seconds + more[1])
    readings = rounds * times
    return [
        Feed(*_contents(one), cost / readings, seconds / readings)
        for one, (cost, seconds) in zip(calendars, found, strict=True)
    ]


def _read(calendar: Calendar, times: int) -> tuple[Cost, float]:
    subject, ask = calendar
    client = subject.client()
    before, begun = subject.server.cost(), time.perf_counter()
    for _time in range(times):
        send(client, ask)
    seconds, cost = time.perf_counter() - begun, subject.server.cost() - before
    client.close()
    return cost, seconds


def _contents(calendar: Calendar) -> tuple[int, int]:
    """How many events it has, and the queries it takes."""
    subject, ask = calendar
    client = subject.client()
    with counted(subject.data, subject.address) as since:
        text = send(client, ask)
        queries = len(since())
    client.close()
    return events_in(text), queries


def events_in(text: bytes) -> int:
    calendar = text.startswith(b"BEGIN:VCALENDAR")
    return text.count(b"BEGIN:VEVENT") if calendar else len(json.loads(text))
