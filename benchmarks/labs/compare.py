"""The same bookings and the same calendars asked of Fucina and of NEMO, in turns, on one machine.

Each has a PostgreSQL of its own, made and tuned alike (initdb's defaults, durable), and web processes alike: 2 of 4
threads. NEMO is given 10,000 hourly reservations on one tool and 10,000 of eight minutes on another; so is Fucina, and a
machine more with 1,000, whose calendar is subscribed to: NEMO has no such calendar. A second Fucina has those 1,000 alone.
"""

import datetime as dt
import itertools
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks.labs import installed
from benchmarks.labs.feeds import Calendar, Feed, read_in_turns
from benchmarks.labs.load import Measured, book
from benchmarks.labs.nemo.running import nemo
from benchmarks.labs.ours.running import ours
from benchmarks.labs.statements import counted
from benchmarks.labs.subject import Slot, Subject, send
from benchmarks.measure import Row, percentile_95

USERS, TOOLS = 60, 20
FULL, SHORT = 10_000, 8
"""Bookings of each of the first two machines; minutes of one on the second."""
ALL = 100_000
WARM_UP = 64  # once for each user
ROUNDS, IN_A_ROUND = 20, 24
CLIENTS = (1, 8)
WINDOW = dt.timedelta(days=42)
HOUR = dt.timedelta(hours=1)
EVENTS = WINDOW // HOUR
FEED_ROUNDS, FEEDS = 8, 6

type Slots = Iterator[Slot]


def measure() -> list[Row]:
    try:
        python = installed.nemo()
    except installed.NotInstalled as reason:
        print(f"  NEMO is not here, so nothing is compared: {reason}", file=sys.stderr)
        python = None
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(dir="/tmp")))
        start = tomorrow()
        mine, fill = running.enter_context(ours(made(folder / "ours"), USERS, TOOLS + 1))
        few, fill_few = running.enter_context(ours(made(folder / "few"), 1, TOOLS + 1))
        for one in (fill, fill_few):
            one([0, TOOLS], EVENTS, start, 60)
        fill([0], FULL - EVENTS, start + WINDOW, 60)
        fill([1], FULL, start, SHORT)
        both = [mine]
        if python:
            theirs = nemo(python, made(folder / "nemo"), USERS, TOOLS, start, FULL, SHORT)
            both.append(running.enter_context(theirs))
        rows = bookings(both, start)
        stored = fill(list(range(2, TOOLS)), (ALL - 2 * FULL) // (TOOLS - 2) + 1, start + 2 * WINDOW, 60)  # fmt: skip
        return rows + calendars(both, few, start, stored)


def bookings(both: list[Subject], start: dt.datetime) -> list[Row]:
    """In turns: a round of bookings by one client of each system, then by eight."""
    slots = {one.name: free(start) for one in both}
    for one in both:
        book(one, some(slots[one.name], WARM_UP), 8, Measured())
    queries = {one.name: queries_of(one, some(slots[one.name], 5)) for one in both}
    found = {(one.name, clients): Measured() for one in both for clients in CLIENTS}
    for _round, clients, one in itertools.product(range(ROUNDS), CLIENTS, both):
        book(one, some(slots[one.name], IN_A_ROUND), clients, found[one.name, clients])
    return [
        *compared(both, found),
        *(Row(f"{name}: SQL queries of the whole request that books", number, "queries", bar, NOTE_OF_QUERIES) for (name, number), bar in zip(queries.items(), (12, None), strict=False)),
        *(time_of(name, clients, measured) for (name, clients), measured in found.items()),
    ]  # fmt: skip


NOTE_OF_QUERIES = "as PostgreSQL logs them, with signing in, without BEGIN and COMMIT"


def compared(both: list[Subject], found: dict[tuple[str, int], Measured]) -> Iterator[Row]:
    for clients in CLIENTS:
        for one in both:
            each = found[one.name, clients].each
            yield Row(
                f"{one.name}: CPU of a booking, {counted_of(clients)}", 1000 * each.total, "ms", None,
                f"web {1000 * each.web:.1f} + PostgreSQL {1000 * each.postgres:.1f}",
            )  # fmt: skip
        if len(both) > 1:
            mine, theirs = (found[one.name, clients].each.total for one in both)
            yield Row(
                f"CPU of a booking, part of NEMO’s, {counted_of(clients)}", mine / theirs, "", 1 / 3
            )


def time_of(name: str, clients: int, measured: Measured) -> Row:
    half = 1000 * statistics.median(measured.seconds)
    return Row(
        f"{name}: time of a booking, {counted_of(clients)}, p95",
        1000 * percentile_95(measured.seconds), "ms", None,
        f"p50 {half:.0f} ms, {len(measured.seconds)} bookings",
    )  # fmt: skip


def calendars(both: list[Subject], few: Subject, start: dt.datetime, stored: int) -> list[Row]:
    """The one that is subscribed to, and that of six weeks as pages and programs ask for it."""
    mine, *theirs = both
    rows = list[Row]()
    for what, many, small in zip(CALENDARS, asked(mine, start), asked(few, start), strict=True):
        large, alone = read_in_turns([many, small], FEED_ROUNDS, FEEDS)
        rows += [
            Row(f"Fucina: SQL queries of {what} of 1,000 events", large.queries, "queries", 5),
            Row(f"Fucina: CPU of {what} of 1,000 events", 1000 * large.cpu.total, "ms", 150, f"{stored:,} bookings stored; {said(large)}"),
            Row("the same, times its CPU where nothing else is stored", large.cpu.total / alone.cpu.total, "", 1.5, said(alone)),
        ]  # fmt: skip
    for one in theirs:
        [feed] = read_in_turns([(one, one.feed(0, start, start + WINDOW))], 1, 1)
        rows += [
            Row(f"{one.name}: SQL queries of {CALENDARS[1]} of 1,000 events", feed.queries, "queries", None),
            Row(f"{one.name}: CPU of {CALENDARS[1]} of 1,000 events", 1000 * feed.cpu.total, "ms", None, said(feed)),
        ]  # fmt: skip
    return rows


CALENDARS = ("an iCal feed", "a calendar page’s feed")


def asked(subject: Subject, start: dt.datetime) -> list[Calendar]:
    assert subject.subscription is not None
    return [(subject, subject.subscription), (subject, subject.feed(0, start, start + WINDOW))]


def queries_of(subject: Subject, slots: list[Slot]) -> int:
    """What most of these took, for one user: once an hour a token’s last use is noted too."""
    client, numbers = subject.client(), []
    with counted(subject.data, subject.address) as since:
        for slot in slots:
            since()
            send(client, subject.book(replace(slot, user=0)))
            numbers.append(len(since()))
    client.close()
    return int(statistics.median(numbers))


def free(start: dt.datetime) -> Slots:
    """Hours that nobody has, of the machines that are not full, for one user after another; within a fortnight."""
    for number in itertools.count():
        hour, tool = divmod(number, TOOLS - 2)
        yield Slot(number % USERS, 2 + tool, start + hour * HOUR)


def some(slots: Slots, number: int) -> list[Slot]:
    return list(itertools.islice(slots, number))


def tomorrow() -> dt.datetime:
    midnight = dt.time(tzinfo=dt.UTC)
    return dt.datetime.combine(dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1), midnight)


def counted_of(clients: int) -> str:
    return "1 client" if clients == 1 else f"{clients} clients"


def said(feed: Feed) -> str:
    return (
        f"{feed.events:,} events, {feed.queries:,} queries, web {1000 * feed.cpu.web:.0f} + "
        f"PostgreSQL {1000 * feed.cpu.postgres:.0f} ms, {1000 * feed.seconds:.0f} ms by the clock"
    )


def made(folder: Path) -> Path:
    """The account of PostgreSQL, another than root’s, must reach what is below."""
    folder.parent.chmod(0o755)
    folder.mkdir()
    return folder
