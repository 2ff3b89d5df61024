"""All processes of the server killed while bundles are being booked: each is there whole or not at all, and nothing
that was not booked is taken."""

import datetime as dt
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection
from tests.centre.labs.conftest import Lab
from tests.race.conftest import HOUR, booking, crowd
from tests.race.served import Served, served
from tests.race.shots import GONE, connected, sent

from fucina.centre.labs.models import Allocation, Booking, Resource

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("race")]
CLIENTS = 8
PATIENCE = 120  # seconds
OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
WRITING = f"SELECT count(*) {OTHERS} AND backend_xid IS NOT NULL"
LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"


@dataclass
class Asked:
    """By hour: which bookings were answered, and what was asked and never answered."""

    answered: dict[dt.datetime, int] = field(default_factory=dict)
    unanswered: set[dt.datetime] = field(default_factory=set)
    refused: list[object] = field(default_factory=list)


def test_killed_leaves_no_half_bundle(server: Served, lab: Lab, tmp_path: Path, tomorrow: dt.datetime) -> None:  # fmt: skip
    killed(1, server, lab, tmp_path, tomorrow)


@pytest.mark.soak
def test_killed_two_hundred_times_leaves_no_half_bundle(server: Served, lab: Lab, tmp_path: Path, tomorrow: dt.datetime, tell: Callable[[str], None]) -> None:  # fmt: skip
    tell(killed(200, server, lab, tmp_path, tomorrow))


def killed(times: int, survivor: Served, lab: Lab, var: Path, first: dt.datetime) -> str:
    """And a server that lives on books what a killed one left unbooked. What was counted, in words."""
    bundle = [
        lab.machine("Stampante"),
        lab.room("Sala", 1),
        lab.machine("Forno"),
        lab.accessory("Calibri"),
    ]
    secrets = crowd(lab, CLIENTS).secrets
    draw, count = random.Random(7), Counter[str]()  # noqa: S311  when to kill
    for _turn in range(times):
        with served(var) as doomed:
            asked = book_until_killed(doomed, lab, secrets, bundle, first, draw.random() / 5)
        until_gone()
        free = asked.unanswered - whole(asked, bundle)
        assert booked(survivor, lab, secrets[0], bundle, free) == [201] * len(free)
        assert asked.unanswered  # the kill struck a booking
        count.update(answered=len(asked.answered), unanswered=len(asked.unanswered), free=len(free))
        Booking.objects.all().delete()
    return (
        f"{times} kills: {count['answered']} bookings answered, all stored whole; {count['unanswered']} not answered, "
        f"{count['unanswered'] - count['free']} of them stored whole, {count['free']} not stored and bookable at once"
    )


def booked(server: Served, lab: Lab, secret: str, bundle: list[Resource], hours: set[dt.datetime]) -> list[int]:  # fmt: skip
    line = connected(server.port)
    found = [sent(line, booking(lab, secret, bundle, hour)).status for hour in sorted(hours)]
    line.close()
    return found


def book_until_killed(doomed: Served, lab: Lab, secrets: list[str], bundle: list[Resource], begin: dt.datetime, delay: float) -> Asked:  # fmt: skip
    """Every client books hours of its own, one after another; the server dies while PostgreSQL is writing one."""
    asked = Asked()

    def client(number: int) -> None:
        line = connected(doomed.port)
        for turn in range(10_000):
            hour = begin + (turn * CLIENTS + number) * HOUR
            asked.unanswered.add(hour)
            answer = sent(line, booking(lab, secrets[number], bundle, hour))
            if answer.status == GONE:
                return
            asked.unanswered.discard(hour)
            if answer.status == 201:
                asked.answered[hour] = answer.body["id"]
            elif answer.status != 409 or answer.codes != {"busy"}:
                asked.refused.append(answer)

    clients = [threading.Thread(target=client, args=(n,), daemon=True) for n in range(CLIENTS)]
    for one in clients:
        one.start()
    until(lambda: bool(asked.answered))
    time.sleep(delay)
    until(lambda: number_of(WRITING) > 0)
    doomed.kill()
    for one in clients:
        one.join(PATIENCE)
    return asked


def whole(asked: Asked, bundle: list[Resource]) -> set[dt.datetime]:
    """The hours stored: all that were answered, none that was not asked for, each with all its parts."""
    found = list(Booking.objects.prefetch_related("allocations"))
    stored = {one.starts: one for one in found}
    parts = {one.pk for one in bundle}
    assert asked.refused == []
    assert {hour: stored[hour].pk for hour in asked.answered if hour in stored} == asked.answered
    assert set(stored) <= set(asked.answered) | asked.unanswered
    assert {one.status for one in found} == {"confirmed"}
    assert [
        one.pk for one in found if {part.resource_id for part in one.allocations.all()} != parts
    ] == []
    assert Allocation.objects.count() == len(parts) * len(found)
    assert number_of(LOCKS) == 0
    return set(stored)


def until_gone() -> None:
    """PostgreSQL notices by itself that those who asked are dead; what they had not finished is undone."""
    until(lambda: number_of(WRITING) == 0 and number_of(LOCKS) == 0)


def number_of(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])


def until(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up, "it never happened"
        time.sleep(0.001)
