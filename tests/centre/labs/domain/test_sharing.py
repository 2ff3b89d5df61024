"""Two that cannot be used together share one schedule, and can part again."""

import sys

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from tests.centre.labs.conftest import at, codes

from fucina.centre.labs.domain import book, catalogue, join_wait_list, start_use, stop_use
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.queries import events
from fucina.centre.labs.models import Allocation, Schedule
from fucina.centre.labs.presentation.timetable import said
from fucina.centre.refusal import Refusal

DAY = Span(at("00:00"), at("23:59"))


@pytest.fixture
def twin(lab):
    return lab.machine("Stampante gemella")


def test_whoever_has_one_keeps_others_from_the_other(ada, bea, manager, printer, twin, reserve) -> None:  # fmt: skip
    """What was booked before stays booked, and counts from now on for both."""
    before = reserve(ada, printer, "09:00", "10:00")

    catalogue.share_schedule(printer, twin, by=manager)
    with pytest.raises(Refusal) as refusal:
        reserve(bea, twin, "09:30", "10:30")
    reserve(bea, twin, "11:00", "12:00")
    with pytest.raises(Refusal) as other:
        reserve(ada, printer, "11:30", "12:30")

    assert (codes(refusal), codes(other)) == (["overlap"], ["overlap"])
    assert before.allocations.get().schedule_id == twin.schedule_id
    assert [one.pk for one in catalogue.sharing(printer)] == [twin.pk]


def test_a_use_that_lasts_longer_keeps_the_other_off(lab, ada, bea, manager, printer, twin, reserve, clock) -> None:  # fmt: skip
    """Booked until ten, and still running."""
    catalogue.share_schedule(printer, twin, by=manager)
    reserve(ada, printer, "09:00", "10:00")
    clock.set("09:00")
    use = start_use(printer, by=ada, organisation=lab.firm)
    clock.set("10:05")

    with pytest.raises(Refusal) as refusal:
        start_use(twin, by=bea, organisation=lab.firm)
    stop_use(use, by=ada)

    assert str(refusal.value) == "Stampante metallica is in use."
    assert start_use(twin, by=bea, organisation=lab.firm).resource_id == twin.pk


def test_bookings_that_clash_must_move_first(ada, bea, manager, printer, twin, reserve) -> None:
    reserve(ada, printer, "09:00", "11:00")
    reserve(bea, twin, "10:00", "12:00")
    before = printer.schedule_id

    with pytest.raises(Refusal) as refusal:
        catalogue.share_schedule(printer, twin, by=manager)
    printer.refresh_from_db()

    assert (codes(refusal), printer.schedule_id) == (["booked"], before)
    assert refusal.value.problems[0].numbers == {"bookings": 1}


def test_they_part_with_what_each_has(ada, bea, manager, printer, twin, reserve) -> None:
    catalogue.share_schedule(printer, twin, by=manager)
    mine = reserve(ada, printer, "09:00", "10:00")
    theirs = reserve(bea, twin, "10:00", "11:00")

    catalogue.share_schedule(printer, None, by=manager)

    assert mine.allocations.get().schedule_id == printer.schedule_id != twin.schedule_id
    assert theirs.allocations.get().schedule_id == twin.schedule_id
    assert reserve(bea, twin, "09:00", "10:00").status == "confirmed"
    assert catalogue.sharing(printer).count() == 0


def test_whoever_waits_is_offered_the_time_when_they_part(lab, ada, bea, manager, printer, twin, reserve) -> None:  # fmt: skip
    catalogue.share_schedule(printer, twin, by=manager)
    reserve(ada, printer, "09:00", "10:00")
    waiting = join_wait_list([twin], at("09:00"), at("10:00"), by=bea, organisation=lab.firm)

    catalogue.share_schedule(printer, None, by=manager)
    waiting.refresh_from_db()

    assert waiting.status == "held"


def test_a_calendar_shows_the_time_that_the_other_takes(ada, bea, manager, printer, twin, reserve) -> None:  # fmt: skip
    """On both lines; with whose name is nobody else's to know."""
    catalogue.share_schedule(printer, twin, by=manager)
    mine = reserve(ada, printer, "09:00", "10:00", title="Segreto")

    later = reserve(ada, twin, "11:00", "12:00")
    both = events(bea, DAY, [printer, twin])
    seen = {one.resource: one for one in both if one.booking == mine.pk}
    alone = events(bea, DAY, [twin])

    assert set(seen) == {printer.pk, twin.pk}
    assert said(seen[twin.pk]) == f"taken with {printer}"
    assert [one.booking for one in both] == [mine.pk, mine.pk, later.pk, later.pk]
    assert [(one.booking, one.start, one.end) for one in alone] == [
        (one.pk, one.starts, one.ends) for one in (mine, later)
    ]
    assert "Segreto" not in str(alone)


def test_what_is_not_in_the_catalogue_is_not_named(ada, bea, manager, printer, twin, reserve) -> None:  # fmt: skip
    catalogue.share_schedule(printer, twin, by=manager)
    reserve(ada, printer, "09:00", "10:00")
    catalogue.change_resource(printer, by=manager, listed=False)

    (seen,) = events(bea, DAY, [twin])

    assert said(seen) == "busy"


@pytest.mark.parametrize("which", ["itself", "several"])
def test_what_cannot_share_is_refused(lab, manager, printer, which) -> None:
    other = printer if which == "itself" else lab.room("Aula", 20)

    with pytest.raises(Refusal) as refusal:
        catalogue.share_schedule(printer, other, by=manager)

    assert codes(refusal) == [which]


def test_only_who_manages_resources_shares_them(ada, printer, twin) -> None:
    with pytest.raises(PermissionDenied):
        catalogue.share_schedule(printer, twin, by=ada)


def test_no_booking_takes_another_schedule_than_its_resources(lab, ada, printer, twin, reserve) -> None:  # fmt: skip
    """Held by the database, whoever writes."""
    mine = reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(IntegrityError, match="is not that of resource"), transaction.atomic():
        Allocation.objects.filter(booking=mine).update(schedule=twin.schedule)


def test_a_booking_that_read_the_old_schedule_is_told_to_look_again(lab, ada, printer, twin, monkeypatch) -> None:  # fmt: skip
    """The two are made to share after it read them, and before it had the lock."""

    from fucina.centre.labs.domain import book as _  # noqa: F401  the function

    module = sys.modules[book.__module__]
    contend = module.contend

    def sharing_first(reading):
        own = Schedule.objects.create(name="Nuovo")
        type(printer).objects.filter(pk=printer.pk).update(schedule=own)
        return contend(reading)

    monkeypatch.setattr(module, "contend", sharing_first)
    with pytest.raises(Refusal) as refusal:
        book([printer], at("09:00"), at("10:00"), by=ada, organisation=lab.firm)

    assert codes(refusal) == ["changed"]
    assert Allocation.objects.count() == 0
