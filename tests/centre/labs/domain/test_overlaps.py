"""Two never have the same: cases L1, L2, L9 to L15."""

import pytest
from tests.centre.labs.conftest import codes

from fucina.centre.labs.domain import Item
from fucina.centre.labs.models import Allocation, Booking
from fucina.centre.refusal import Refusal


def test_l1_times_that_touch_do_not_overlap(ada, bea, printer, reserve) -> None:
    """A 9–10, B 10–11: both. B 10:59:59–12 over A’s 10–11: refused, and told by whom it is blocked, from when to when."""
    reserve(ada, printer, "09:00", "10:00")
    reserve(bea, printer, "10:00", "11:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "10:59:59", "12:00")

    (problem,) = refusal.value.problems
    assert problem.code == "overlap"
    assert problem.message == "Stampante metallica is taken 2 March 2027, 10:00 – 11:00 by Bea."
    assert (problem.numbers["from"], problem.numbers["to"]) == (
        "2027-03-02T09:00:00+00:00",
        "2027-03-02T10:00:00+00:00",
    )
    assert Booking.objects.count() == 2


@pytest.mark.parametrize(("start", "end"), [("09:00", "09:00"), ("10:00", "09:00")])
def test_l2_time_that_does_not_advance_is_refused(ada, printer, reserve, start, end) -> None:
    """Start = end, end < start: refused, nothing stored."""
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, start, end)

    assert codes(refusal) == ["period"]
    assert Booking.objects.count() == 0


@pytest.mark.parametrize(
    ("capacity", "existing", "asked", "accepted"),
    [
        (3, ["10:00 11:00", "11:00 12:00", "09:30 11:00"], "09:00 12:00", True),
        (3, ["09:00 10:00", "09:00 11:00", "09:00 12:00"], "09:00 09:30", False),
        (2, ["10:00 12:00", "10:00 11:00", "11:00 12:00"], "09:00 12:00", False),
        (2, ["09:00 12:00", "10:00 11:00"], "11:00 12:00", True),  # nested: the outer one goes on
        (2, ["09:00 12:00", "10:00 11:00"], "10:30 12:00", False),
    ],
    ids=["L9", "L10", "L11", "nested, accepted", "nested, refused"],
)
def test_l9_l10_l11_places_are_counted_at_every_moment(
    lab, ada, reserve, capacity, existing, asked, accepted
) -> None:
    """Never more at once than there are places, however the times lie in one another."""
    room = lab.room("Aula", capacity)
    for time in existing:
        reserve(ada, room, *time.split())

    if accepted:
        assert reserve(ada, room, *asked.split()).status == "confirmed"
    else:
        with pytest.raises(Refusal) as refusal:
            reserve(ada, room, *asked.split())
        assert codes(refusal) == ["full"]


def test_l12_pause_after_each_booking(lab, ada, manager, printer, reserve) -> None:
    """Buffer 30 min: after 9–10, 10–11 is refused and 10:30–11:30 accepted; a manager may ignore it."""
    lab.rules(buffer_minutes=30)
    reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "10:00", "11:00")
    later = reserve(ada, printer, "10:30", "11:30")
    ignored = reserve(
        manager, printer, "10:00", "10:30", organisation=lab.centre, override="Urgenza"
    )

    assert codes(refusal) == ["buffer"]
    assert refusal.value.alternative.start == later.starts
    assert (later.status, ignored.overridden, ignored.override_reason) == (
        "confirmed",
        ["buffer"],
        "Urgenza",
    )


def test_l13_whole_room_blocks_what_stands_in_it_and_the_other_way_round(
    lab, ada, manager, reserve
) -> None:
    """Room 9–12 blocks every machine inside; a machine blocks the room; a manager overrides with a logged reason."""
    hall = lab.room("Sala", 8)
    corner = lab.room("Angolo", 2, inside=hall)
    lathe, saw = lab.machine("Tornio", inside=corner), lab.machine("Sega", inside=hall)
    reserve(ada, [Item(hall, whole=True)], "09:00", "12:00")
    reserve(ada, lathe, "14:00", "15:00")

    with pytest.raises(Refusal) as machine:
        reserve(ada, lathe, "11:00", "13:00")
    with pytest.raises(Refusal) as room:
        reserve(ada, [Item(hall, whole=True)], "13:00", "16:00")
    passed = reserve(
        manager, lathe, "11:00", "12:00", organisation=lab.centre, override="Prova dei vigili"
    )
    beaten = Allocation.objects.get(status="waived")

    assert (codes(machine), codes(room)) == (["room_taken"], ["room_in_use"])
    assert (passed.overridden, passed.override_reason) == (["room_taken"], "Prova dei vigili")
    assert (beaten.role, beaten.resource) == ("inside", lathe)
    assert reserve(ada, saw, "12:00", "13:00").status == "confirmed"


def test_l13_room_given_over_a_machine_leaves_the_machine_to_its_booking(
    lab, ada, manager, reserve
) -> None:
    hall = lab.room("Sala", 8)
    lathe = lab.machine("Tornio", inside=hall)
    mine = reserve(ada, lathe, "09:00", "10:00")

    seminar = reserve(
        manager, [Item(hall, whole=True)], "09:00", "12:00", organisation=lab.centre,
        kind="seminar", override="Visita",
    )  # fmt: skip

    mine.refresh_from_db()
    assert (mine.status, seminar.overridden) == ("confirmed", ["room_in_use"])
    assert [one.status for one in seminar.allocations.filter(resource=lathe)] == ["waived"]


def test_l14_two_instruments_that_share_a_schedule(lab, ada, bea, printer, reserve) -> None:
    """Booking one blocks the other; both at once cannot be had."""
    twin = lab.machine("Stampante gemella", schedule=printer.schedule)
    reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as other:
        reserve(bea, twin, "09:30", "10:30")
    with pytest.raises(Refusal) as both:
        reserve(bea, [printer, twin], "14:00", "15:00")

    assert (codes(other), codes(both)) == (["overlap"], ["share_schedule"])


def test_l15_bundle_is_stored_whole_or_not_at_all(lab, ada, bea, printer, reserve) -> None:
    """Machine + room + expert + accessory of several organisations; expert busy: nothing is stored."""
    room = lab.room("Sala prove", 6)
    expert = lab.expert(lab.user("elsa", "lecturer"))
    gauge = lab.accessory("Calibri", 3)
    lent = lab.machine("Forno")
    lent.owner = lab.university
    lent.save()
    reserve(bea, expert, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, [printer, room, expert, gauge, lent], "09:30", "10:30")
    stored_then = (Booking.objects.count(), Allocation.objects.count())
    whole = reserve(ada, [printer, room, expert, gauge, lent], "10:00", "11:00")

    assert codes(refusal) == ["overlap"]
    assert stored_then == (1, 1)
    assert whole.allocations.count() == 5


def test_set_up_and_tear_down_take_the_machine(lab, ada, bea, printer, reserve) -> None:
    """They belong to the booking: no override passes them."""
    lab.rules(setup_minutes=15, teardown_minutes=30)
    reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        reserve(bea, printer, "10:30", "11:30")

    assert codes(refusal) == ["overlap"]
    assert reserve(bea, printer, "10:45", "11:30").status == "confirmed"
