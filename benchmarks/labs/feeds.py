"""A calendar read: how many events, queries and seconds."""

import json
import time
from dataclasses import dataclass

from benchmarks.labs.processes import Cost
from benchmarks.labs.statements import counted
from benchmarks.labs.subject import Ask, Subject, send


@dataclass(frozen=True)
class Feed:
    """The mean of several readings."""

    events: int
    queries: int
    cpu: Cost
    seconds: float


def read_feed(subject: Subject, ask: Ask, times: int) -> Feed:
    """Once to warm up where it is read several times; queries are counted apart, since logging them costs."""
    client = subject.client()
    if times > 1:
        send(client, ask)
    text = b""
    before, begun = subject.server.cost(), time.perf_counter()
    for _time in range(times):
        text = send(client, ask)
    seconds, cost = time.perf_counter() - begun, subject.server.cost() - before
    with counted(subject.data, subject.address) as since:
        send(client, ask)
        queries = len(since())
    client.close()
    return Feed(events_in(text), queries, cost / times, seconds / times)


def events_in(text: bytes) -> int:
    calendar = text.startswith(b"BEGIN:VCALENDAR")
    return text.count(b"BEGIN:VEVENT") if calendar else len(json.loads(text))
