"""Cases L3, L6 and L7 from outside: many ask a server of several processes at the same moment, and one is served.

Every answer is 201 or a 409 that says why; none is an error.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from tests.centre.labs.conftest import Lab
from tests.race.conftest import HOUR, Crowd, crowd
from tests.race.served import Served, served
from tests.race.shots import Answer, at_once

from fucina.centre.labs.models import Allocation, Booking, Presence, Resource, Use

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("race")]
ROUNDS, SOAK = 5, 100
TRIES = 10
"""Of the unguarded server: one of so many shows the race."""


def test_l3_fifty_book_the_same_hour(server: Served, lab: Lab, tomorrow: dt.datetime) -> None:
    rounds_of_fifty(server, lab, tomorrow, ROUNDS)


@pytest.mark.soak
def test_l3_fifty_book_the_same_hour_a_hundred_times(server: Served, lab: Lab, tomorrow: dt.datetime, tell: Callable[[str], None]) -> None:  # fmt: skip
    told = rounds_of_fifty(server, lab, tomorrow, SOAK)

    tell(f"{SOAK} rounds of fifty: {dict(sorted(told.items()))} by status")


def rounds_of_fifty(server: Served, lab: Lab, first: dt.datetime, rounds: int) -> Counter[int]:
    """The answers of all rounds, by status."""
    printer, many, told = lab.machine("Stampante"), crowd(lab, 50), Counter[int]()
    for number in range(rounds):
        hour = first + number * HOUR

        answers = at_once(server.port, many.bookings([printer], hour))

        assert one_served(answers, {"overlap", "busy"}) == 1
        told.update(one.status for one in answers)
        assert Allocation.objects.filter(booking__starts=hour, status="confirmed").count() == 1
    assert (Booking.objects.count(), Allocation.objects.count()) == (rounds, rounds)
    return told


def test_room_of_seven_under_sixty_entries(server: Served, lab: Lab) -> None:
    room, many = lab.room("Aula", 7), crowd(lab, 60)

    answers = at_once(server.port, many.at(f"rooms/{room.pk}/entries"))

    assert one_served(answers, {"full", "busy"}) == 7
    assert Presence.objects.filter(room=room, left=None).count() == 7


def test_l7_thirty_start_one_machine(server: Served, lab: Lab) -> None:
    lathe, many = lab.machine("Tornio"), crowd(lab, 30)

    answers = at_once(server.port, many.at(f"machines/{lathe.pk}/uses"))

    assert one_served(answers, {"in_use", "busy"}) == 1
    assert (Use.objects.count(), Booking.objects.count()) == (1, 1)


@pytest.mark.soak
def test_l4_without_its_guard_the_same_server_shows_the_races(lab: Lab, tmp_path: Path, tomorrow: dt.datetime, tell: Callable[[str], None]) -> None:  # fmt: skip
    """Locks off and the constraint away: an hour is had twice, and a room of three holds more. So the others can fail.

    The tests of the laboratories show the same, and sooner, within one process.
    """
    printer, many = lab.machine("Stampante"), crowd(lab, 16)

    with without_constraint(), served(tmp_path, guarded=False) as unguarded:
        booked = most(lambda turn: shared_hour(unguarded, many, printer, tomorrow + turn * HOUR), 1)
        inside = most(lambda turn: crowded_room(unguarded, many, lab.room(f"Aula {turn}", 3)), 3)
        Booking.objects.all().delete()

    assert booked > 1
    assert inside > 3
    tell(f"without the guard: {booked} had the same hour, {inside} were in a room of three")


def shared_hour(server: Served, many: Crowd, machine: Resource, hour: dt.datetime) -> int:
    at_once(server.port, many.bookings([machine], hour))
    return Booking.objects.filter(starts=hour).count()


def crowded_room(server: Served, many: Crowd, room: Resource) -> int:
    at_once(server.port, many.at(f"rooms/{room.pk}/entries"))
    found = Presence.objects.filter(room=room).count()
    Presence.objects.all().delete()  # nobody is in two rooms
    return found


def most(attempt: Callable[[int], int], allowed: int) -> int:
    """What the first attempt found that went beyond what is allowed; else what the last found."""
    found = 0
    for turn in range(TRIES):
        found = attempt(turn)
        if found > allowed:
            break
    return found


def one_served(answers: list[Answer], reasons: set[str]) -> int:
    """How many were; all others were told one of these reasons, as problem+json."""
    refused = [one for one in answers if one.status != 201]
    assert Counter(one.status for one in refused) == {409: len(refused)}
    assert {one.kind for one in refused} == {"application/problem+json"}
    assert all(one.codes and one.codes <= reasons for one in refused), refused
    return len(answers) - len(refused)


@contextmanager
def without_constraint() -> Iterator[None]:
    constraint = next(
        one for one in Allocation._meta.constraints if one.name == "allocation_does_not_overlap"
    )
    with connection.schema_editor() as editor:
        editor.remove_constraint(Allocation, constraint)
    try:
        yield
    finally:
        Allocation.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Allocation, constraint)
