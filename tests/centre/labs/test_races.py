"""Cases L3 to L8 on a real PostgreSQL, with real connections: whatever happens at once, one thing is had once."""

import datetime as dt
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.db import connection, transaction
from tests.centre.labs.conftest import Lab, at
from tests.centre.labs.racing import at_once, only_capacity

from fucina.centre.labs import domain
from fucina.centre.labs.domain import catalogue, writing
from fucina.centre.labs.domain.asking import Item
from fucina.centre.labs.models import (
    Allocation,
    Booking,
    Presence,
    Resource,
    TimeQuota,
    UnmetDemand,
    Use,
)
from fucina.centre.people.models import User
from fucina.centre.refusal import Refusal

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("race"),
    pytest.mark.usefixtures("patient"),
]
"""In one process with the other races: together they would want more connections than a server gives."""
ROUNDS = 5
SOAK = 100
BOOK = sys.modules[domain.book.__module__]
"""The module: the package exports its function under the same name."""


def people(lab: Lab, number: int) -> list[User]:
    return [lab.user(f"persona{n}") for n in range(number)]


def asking(user: User, things: list[Resource | Item], lab: Lab, start: str, end: str) -> Callable[[], object]:  # fmt: skip
    fresh = User.objects.get(pk=user.pk)
    return lambda: domain.book(things, at(start), at(end), by=fresh, organisation=lab.firm)


def rounds_of_identical_bookings(lab: Lab, printer: Resource, users: list[User], rounds: int) -> Counter[str]:  # fmt: skip
    total = Counter[str]()
    for number in range(rounds):
        day = (dt.date(2027, 4, 1) + dt.timedelta(days=number)).isoformat()
        acts = [asking(one, [printer], lab, f"{day} 09:00", f"{day} 10:00") for one in users]
        outcomes = at_once(acts)
        assert outcomes["done"] == 1, outcomes
        assert only_capacity(outcomes), outcomes
        assert Booking.objects.filter(starts=at(f"{day} 09:00")).count() == 1
        total += outcomes
    return total


@contextmanager
def without_constraint() -> Iterator[None]:
    """The exclusion constraint, away for a while."""
    constraint = next(
        one for one in Allocation._meta.constraints if one.name == "allocation_does_not_overlap"
    )
    with connection.schema_editor() as editor:
        editor.remove_constraint(Allocation, constraint)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            editor.add_constraint(Allocation, constraint)


def test_l3_fifty_post_the_same_slot(lab, printer) -> None:
    """Exactly 1 stored, 49 clean refusals, no error; in every round."""
    users = people(lab, 50)

    total = rounds_of_identical_bookings(lab, printer, users, ROUNDS)

    assert (total["done"], sum(total.values())) == (ROUNDS, 50 * ROUNDS)
    assert Allocation.objects.count() == ROUNDS
    assert UnmetDemand.objects.count() <= 49 * ROUNDS


@pytest.mark.soak
def test_l3_fifty_post_the_same_slot_a_hundred_times(lab, printer) -> None:
    users = people(lab, 50)

    total = rounds_of_identical_bookings(lab, printer, users, SOAK)

    assert total["done"] == SOAK


def test_l3_the_constraint_alone_holds_without_locks(lab, printer, monkeypatch) -> None:
    """With the advisory locks switched off, and whoever looks seeing nothing: the database stores one."""
    monkeypatch.setattr(BOOK, "lock", lambda keys: None)
    monkeypatch.setattr(BOOK, "contend", lambda reading: reading)
    users = people(lab, 20)

    outcomes = at_once([asking(one, [printer], lab, "09:00", "10:00") for one in users])

    assert outcomes["done"] == 1
    assert only_capacity(outcomes), outcomes


def test_l4_without_any_guard_the_harness_sees_the_race(lab, printer, monkeypatch) -> None:
    """Locks off and the constraint taken away: more than one is stored. So the tests above can fail."""
    monkeypatch.setattr(BOOK, "lock", lambda keys: None)
    users, stored = people(lab, 20), []
    with without_constraint():
        while (
            max(stored, default=0) <= 1 and len(stored) < ROUNDS
        ):  # on a busy machine one round may miss it
            outcomes = at_once([asking(one, [printer], lab, "09:00", "10:00") for one in users])
            stored.append(Booking.objects.count())
            assert outcomes["done"] == stored[-1]
            Booking.objects.all().delete()

    assert max(stored) > 1


def test_l4_without_locks_a_room_holds_too_many(lab, monkeypatch) -> None:
    """Places are counted: there it is the lock that guards, and without it the count is wrong."""
    room = lab.room("Aula", 3)
    monkeypatch.setattr(BOOK, "lock", lambda keys: None)
    users, inside = people(lab, 20), []

    while (
        max(inside, default=0) <= 3 and len(inside) < ROUNDS
    ):  # on a busy machine one round may miss it
        outcomes = at_once([asking(one, [room], lab, "09:00", "10:00") for one in users])
        inside.append(outcomes["done"])
        Booking.objects.all().delete()

    assert max(inside) > 3


def test_places_of_a_room_are_booked_exactly(lab) -> None:
    room = lab.room("Aula", 7)
    users = people(lab, 30)

    outcomes = at_once([asking(one, [room], lab, "09:00", "10:00") for one in users])

    assert outcomes["done"] == 7
    assert only_capacity(outcomes), outcomes


def test_l5_double_click_is_one_booking(lab, ada, printer) -> None:
    """The same request twice at once: 1 stored; with the same key both answers are the same booking."""
    users = [User.objects.get(pk=ada.pk) for _ in range(6)]
    answers = []

    def press(user: User) -> None:
        answers.append(
            domain.book(
                [printer], at("09:00"), at("10:00"), by=user, organisation=lab.firm, key="form-1"
            ).pk
        )

    outcomes = at_once([partial(press, user) for user in users])

    assert outcomes == {"done": 6}
    assert len(set(answers)) == 1
    assert Booking.objects.count() == 1


def test_l5_double_click_without_a_key_stores_one(lab, ada, printer) -> None:
    outcomes = at_once([asking(ada, [printer], lab, "09:00", "10:00") for _ in range(2)])

    assert outcomes == {"done": 1, "overlap": 1}


def test_l6_two_at_the_same_instant(lab, printer) -> None:
    """As many stored as rounds, never twice as many."""
    users = people(lab, 2)

    total = rounds_of_identical_bookings(lab, printer, users, 10)

    assert total["done"] == 10


@pytest.mark.soak
def test_l6_two_at_the_same_instant_a_hundred_times(lab, printer) -> None:
    total = rounds_of_identical_bookings(lab, printer, people(lab, 2), SOAK)

    assert total["done"] == SOAK


def test_l7_thirty_start_one_machine(lab, printer) -> None:
    """1 use opened, the others refused in words."""
    users = people(lab, 30)

    def starting(user: User) -> Callable[[], object]:
        fresh = User.objects.get(pk=user.pk)
        return lambda: domain.start_use(printer, by=fresh, organisation=lab.firm)

    outcomes = at_once([starting(one) for one in users])

    assert outcomes["done"] == 1
    assert only_capacity(outcomes), outcomes
    assert (Use.objects.count(), Booking.objects.count()) == (1, 1)


def test_room_of_k_places_under_sixty_entries(lab) -> None:
    """Exactly k inside, those of the room around it counted too."""
    hall = lab.room("Sala", 9)
    corner = lab.room("Angolo", 6, inside=hall)
    users = people(lab, 60)

    def entering(user: User, room: Resource) -> Callable[[], object]:
        fresh = User.objects.get(pk=user.pk)
        return lambda: domain.enter(room, by=fresh, organisation=lab.firm)

    outcomes = at_once(
        [entering(one, corner if number % 2 else hall) for number, one in enumerate(users)]
    )

    assert outcomes["done"] == 9
    assert only_capacity(outcomes), outcomes
    assert Presence.objects.filter(left=None).count() == 9
    assert Presence.objects.filter(left=None, room=corner).count() <= 6


def test_whole_room_and_a_machine_in_it_at_once(lab) -> None:
    """Either the room or the machine, never both."""
    hall = lab.room("Sala", 8)
    lathe = lab.machine("Tornio", inside=hall)
    users = people(lab, 12)

    for number in range(3):
        day = f"2027-05-0{number + 1}"
        acts = [
            asking(one, [Item(hall, whole=True)] if n % 2 else [lathe], lab, f"{day} 09:00", f"{day} 10:00")
            for n, one in enumerate(users)
        ]  # fmt: skip
        outcomes = at_once(acts)
        assert outcomes["done"] == 1, outcomes


def test_bundles_in_every_order_neither_block_each_other_nor_break(lab) -> None:
    """Locks are taken in order: two who want the same things in another order do not wait for each other."""
    several = [lab.machine(f"Macchina {n}") for n in range(4)]
    users = people(lab, 12)

    outcomes = at_once(
        [
            asking(one, several if n % 2 else several[::-1], lab, "09:00", "10:00")
            for n, one in enumerate(users)
        ]
    )

    assert outcomes["done"] == 1
    assert only_capacity(outcomes), outcomes
    assert Allocation.objects.count() == 4


def test_own_quota_holds_on_several_machines_at_once(lab, ada) -> None:
    """Counted under a lock on the person: parallel bookings do not pass together."""
    several = [lab.machine(f"Macchina {n}") for n in range(6)]
    TimeQuota.objects.create(type=lab.type, period="day", minutes=120)

    outcomes = at_once([asking(ada, [one], lab, "09:00", "10:00") for one in several])

    assert outcomes == {"done": 2, "quota": 4}


def test_sharing_and_bookings_at_once_never_leave_two_at_a_time(lab, manager, printer) -> None:
    """Two machines are made to share their time while both are being booked for the same hour."""
    twin = lab.machine("Gemella")
    users = people(lab, 8)
    chief = User.objects.get(pk=manager.pk)

    def sharing() -> object:
        return catalogue.share_schedule(
            Resource.objects.get(pk=printer.pk), Resource.objects.get(pk=twin.pk), by=chief
        )

    for number in range(ROUNDS):
        day = (dt.date(2027, 5, 3) + dt.timedelta(days=number)).isoformat()
        at_once(
            [
                *(
                    asking(one, [thing], lab, f"{day} 09:00", f"{day} 10:00")
                    for one, thing in zip(users, [printer, twin] * 4, strict=True)
                ),
                sharing,
            ]
        )
        printer.refresh_from_db()
        held = Allocation.objects.taken().filter(during__startswith__gte=at(f"{day} 00:00"))
        assert held.count() == (1 if printer.schedule_id == twin.schedule_id else 2)
        held.delete()
        catalogue.share_schedule(printer, None, by=chief)


def test_outage_and_bookings_at_once_never_stand_together(lab, manager, printer) -> None:
    users = people(lab, 8)
    breaker = User.objects.get(pk=manager.pk)

    def breaking() -> object:
        return domain.declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=breaker)

    at_once([*(asking(one, [printer], lab, "09:00", "10:00") for one in users), breaking])

    standing = Allocation.objects.taken().filter(schedule=printer.schedule)
    assert [one.booking.kind for one in standing] == ["outage"]


def test_who_waits_too_long_is_sent_away_with_words(lab, ada, printer, monkeypatch) -> None:
    """Rather than kept: nothing was stored, and the same asked again is served."""
    monkeypatch.setattr(writing, "LOCKING", writing.LOCKING.replace("'120s'", "'50ms'"))
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            writing.lock([(writing.SCHEDULE, printer.schedule_id)])
            held.set()
            free.wait(60)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(60)
    with pytest.raises(Refusal) as refused:
        domain.book([printer], at("09:00"), at("10:00"), by=ada, organisation=lab.firm)
    stored = Booking.objects.count()
    free.set()
    holder.join(60)

    again = domain.book([printer], at("09:00"), at("10:00"), by=ada, organisation=lab.firm)

    assert [problem.code for problem in refused.value.problems] == ["busy"]
    assert "Nothing was changed: try again" in str(refused.value.problems[0].message)
    assert (stored, again.status) == (0, "confirmed")
