"""A calendar read: how many events, queries and seconds."""

import datetime as dt
import json
import time
from dataclasses import dataclass

from benchmarks.labs.processes import Cost
from benchmarks.labs.statements import counted
from benchmarks.labs.subject import Subject, send


@dataclass(frozen=True)
class Feed:
    """The mean of several readings."""

    events: int
    queries: int
    cpu: Cost
    seconds: float


def read_feed(subject: Subject, tool: int, start: dt.datetime, end: dt.datetime, times: int) -> Feed:  # fmt: skip
    """Once to warm up where it is read several times; queries are counted apart, since logging them costs."""
    ask, client = subject.feed(tool, start, end), subject.client()
    if times > 1:
        send(client, ask)
    text = b""
    before, begun = subject.server.cost(), time.perf_counter()
    for _time in range(times):
        text = send(client, ask)
    seconds, cost = time.perf_counter() - begun, subject.server.cost() - before
    with counted(subject.data, subject.address) as since:
        send(client, subject.feed(tool, start, start + dt.timedelta(days=1)))
        since()
        send(client, ask)
        queries = len(since())
    client.close()
    return Feed(len(json.loads(text)), queries, cost / times, seconds / times)
