"""When: cases L23, L28 to L38, L42, L44, L60; nights of the clock change, leap day, midnight."""

import datetime as dt

import pytest
from tests.centre.labs.conftest import at, closure, codes

from fucina.centre.labs.domain import book_series, catalogue, declare_outage, move
from fucina.centre.labs.domain.earliest_free import earliest_free
from fucina.centre.labs.domain.moments import said
from fucina.centre.labs.models import Booking, Laboratory, Series, TimeQuota
from fucina.centre.refusal import Refusal


def hours(lab, text: str) -> None:
    Laboratory.objects.filter(pk=lab.laboratory.pk).update(opening_hours=text)


def test_l28_contradicting_rules_are_refused(manager) -> None:
    """min 90 and max 30: the configuration is refused."""
    with pytest.raises(Refusal) as refusal:
        catalogue.record_policy("Impossibile", by=manager, min_minutes=90, max_minutes=30)

    assert codes(refusal) == ["contradiction"]


def test_l28_too_short_a_booking_is_told_both_lengths(lab, ada, printer, reserve) -> None:
    """min 90: a 60-minute booking is refused naming 60 and 90."""
    lab.rules(min_minutes=90)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")

    (problem,) = refusal.value.problems
    assert (problem.code, dict(problem.numbers)) == ("too_short", {"least": 90, "asked": 60})
    assert problem.message == "Stampante metallica is booked for at least 90 minutes, not 60."


def test_l29_horizon(lab, ada, printer, reserve) -> None:
    """2 days: a start in 3 days is refused; exactly at the limit it is accepted."""
    lab.rules(horizon_days=2)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "2027-03-04 07:00", "2027-03-04 08:00")

    assert codes(refusal) == ["horizon"]
    assert reserve(ada, printer, "2027-03-03 07:00", "2027-03-03 08:00").status == "confirmed"


def test_l30_steps_and_cut_off(lab, ada, manager, printer, reserve) -> None:
    """Interval 15: 60 accepted, 65 refused. Cut-off 2 h: in 3 h accepted, in 1 h refused, manager accepted."""
    lab.rules(interval_minutes=15, cutoff_minutes=120)
    today = "2027-03-01 "

    with pytest.raises(Refusal) as odd:
        reserve(ada, printer, "09:00", "10:05")
    with pytest.raises(Refusal) as late:
        reserve(ada, printer, today + "08:00", today + "09:00")
    early = reserve(ada, printer, today + "10:00", today + "11:00")
    urgent = reserve(
        manager, printer, today + "08:00", today + "09:00", organisation=lab.centre,
        override="Guasto del cliente",
    )  # fmt: skip

    assert (codes(odd), codes(late)) == (["interval"], ["cutoff"])
    assert (early.status, urgent.overridden) == ("confirmed", ["cutoff"])


def test_l31_daily_quota_splits_at_midnight(lab, ada, printer, reserve) -> None:
    """24 h a day: 27 August 12:00 to 29 August 12:00 counts 12, 24 and 12."""
    TimeQuota.objects.create(resource=printer, period="day", minutes=24 * 60)

    stored = reserve(ada, printer, "2027-08-27 12:00", "2027-08-29 12:00")

    assert stored.minutes == 48 * 60


def test_l31_daily_quota_that_is_used_up(lab, ada, printer, reserve) -> None:
    TimeQuota.objects.create(resource=printer, period="day", minutes=12 * 60)
    reserve(ada, printer, "2027-08-27 12:00", "2027-08-28 06:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "2027-08-28 10:00", "2027-08-28 17:00")

    (problem,) = refusal.value.problems
    assert problem.code == "quota"
    assert dict(problem.numbers) == {
        "period": "day", "first": "2027-08-28", "most": 720, "used": 360, "asked": 420,
    }  # fmt: skip


def test_l32_quota_of_some_hours(lab, ada, printer, reserve) -> None:
    """1 h a day between 8 and 20: 21:00 to 04:00 does not count; 12 to 13 is accepted."""
    TimeQuota.objects.create(
        resource=printer, period="day", minutes=60, counted_from="08:00", counted_to="20:00"
    )
    reserve(ada, printer, "2027-03-02 21:00", "2027-03-03 04:00")
    noon = reserve(ada, printer, "2027-03-03 12:00", "2027-03-03 13:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "2027-03-03 19:45", "2027-03-03 21:00")

    assert noon.status == "confirmed"
    assert codes(refusal) == ["quota"]


@pytest.mark.parametrize(
    ("starts", "same_week"),
    [(0, "2027-03-07"), (3, "2027-03-10"), (6, "2027-03-06")],  # of Friday 5 March, or of the 4th
    ids=["Monday", "Thursday", "Sunday"],
)
def test_l33_weekly_quota_begins_on_its_own_day(lab, ada, printer, reserve, starts, same_week) -> None:  # fmt: skip
    """Monday, Thursday, Sunday: the last day of the week of Thursday 4 March still counts, the day after does not."""
    TimeQuota.objects.create(resource=printer, period="week", minutes=90, week_starts=starts)
    reserve(ada, printer, "2027-03-04 09:00", "2027-03-04 10:00")
    after = (dt.date.fromisoformat(same_week) + dt.timedelta(days=1)).isoformat()

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, f"{same_week} 09:00", f"{same_week} 10:00")

    assert codes(refusal) == ["quota"]
    assert reserve(ada, printer, f"{after} 09:00", f"{after} 10:00").status == "confirmed"


def test_l33_yearly_quota_splits_at_new_year(lab, ada, printer, reserve) -> None:
    TimeQuota.objects.create(resource=printer, period="year", minutes=180)
    reserve(ada, printer, "2027-12-31 22:00", "2028-01-01 01:00")

    with pytest.raises(Refusal) as old:
        reserve(ada, printer, "2027-12-30 09:00", "2027-12-30 10:01")
    with pytest.raises(Refusal) as new:
        reserve(ada, printer, "2028-01-03 09:00", "2028-01-03 11:01")

    assert [one.value.problems[0].numbers["used"] for one in (old, new)] == [120, 60]


def test_l34_pause_between_ones_own_bookings(lab, ada, bea, printer, reserve) -> None:
    """Gap 120, 10–11 exists: 11:30 too close after, 8:30 too close before, another user accepted."""
    lab.rules(gap_minutes=120)
    reserve(ada, printer, "10:00", "11:00")

    with pytest.raises(Refusal) as after:
        reserve(ada, printer, "11:30", "12:30")
    with pytest.raises(Refusal) as before:
        reserve(ada, printer, "08:30", "09:30")
    other = reserve(bea, printer, "11:30", "12:30")

    assert (codes(after), codes(before)) == (["too_close_after"], ["too_close_before"])
    assert other.status == "confirmed"


def test_l35_time_booked_ahead(lab, ada, printer, reserve) -> None:
    """Max 90 minutes ahead: 60 booked, 60 more refused; the first made 30, then 60 accepted."""
    lab.rules(max_future_minutes=90)
    first = reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "12:00", "13:00")
    move(first, first.starts, first.starts + dt.timedelta(minutes=30), by=ada)

    assert codes(refusal) == ["future_minutes"]
    assert reserve(ada, printer, "12:00", "13:00").status == "confirmed"


def test_bookings_of_a_day_count_on_both_sides_of_midnight(lab, ada, printer, reserve) -> None:
    """One that crosses midnight is one of each of its days."""
    lab.rules(max_daily_bookings=1)
    reserve(ada, printer, "2027-03-02 23:00", "2027-03-03 01:00")

    with pytest.raises(Refusal) as before:
        reserve(ada, printer, "2027-03-02 09:00", "2027-03-02 10:00")
    with pytest.raises(Refusal) as after:
        reserve(ada, printer, "2027-03-03 09:00", "2027-03-03 10:00")

    assert codes(before) == codes(after) == ["daily_bookings"]
    assert reserve(ada, printer, "2027-03-04 09:00", "2027-03-04 10:00").status == "confirmed"


def test_l36_past_and_what_runs_already(lab, ada, printer, reserve, clock) -> None:
    """A start in the past is refused; a running booking is made longer when it is free."""
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("09:30")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:15", "11:00")
    longer = move(mine, mine.starts, at("11:00"), by=ada)

    assert "past" in codes(refusal)
    assert longer.ends == at("11:00")


def test_l37_closure_is_half_open_too(lab, ada, printer, reserve) -> None:
    """Closure 9–10: 9:30–11 refused, 10–11 accepted."""
    closure("09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:30", "11:00")

    assert codes(refusal) == ["closed"]
    assert refusal.value.alternative.start == at("10:00")
    assert reserve(ada, printer, "10:00", "11:00").status == "confirmed"


def test_l37_outage_goes_over_bookings_and_says_whom_to_move(lab, ada, bea, manager, printer, reserve) -> None:  # fmt: skip
    """Entered over existing bookings for a breakdown; yields those to move, with times that are free."""
    mine = reserve(ada, printer, "09:30", "10:30")
    reserve(bea, printer, "11:00", "12:00")

    declared = declare_outage([printer], at("09:00"), at("10:00"), "Laser guasto", by=manager)
    with pytest.raises(Refusal) as refusal:
        reserve(bea, printer, "09:00", "09:30")
    (affected,) = declared.to_move
    moved = move(mine, affected.slots[0].start, affected.slots[0].end, by=ada)

    assert (affected.booking.pk, affected.booking.status) == (mine.pk, "displaced")
    assert said(affected.slots[0].start) == "2 March 2027, 10:00"
    assert codes(refusal) == ["out_of_service"]
    assert (moved.status, moved.displaced_by) == ("confirmed", None)


def test_l38_opening_hours_hold_for_staff_too(lab, ada, manager, printer, reserve) -> None:
    """Mon–Fri 9–17: 16:30–17:00 accepted, 16:30–17:30 refused even for staff; by days only the start is asked."""
    hours(lab, "Mo-Fr 09:00-17:00; PH off")

    with pytest.raises(Refusal) as refusal:
        reserve(
            manager, printer, "16:30", "17:30", organisation=lab.centre, override="Straordinario"
        )
    fits = reserve(ada, printer, "16:30", "17:00")
    lab.rules(whole_days=True)
    days = reserve(ada, printer, "2027-03-03 09:00", "2027-03-05 09:00")

    assert codes(refusal) == ["not_open"]
    assert (fits.status, days.status) == ("confirmed", "confirmed")


def test_italian_holidays_and_the_towns_own_day(lab, ada, manager, printer, reserve) -> None:
    """2 June is the law's, 24 June Torino's; an extra opening opens what is closed by the hours."""
    hours(lab, "Mo-Fr 09:00-17:00; PH off")
    catalogue.record_patron_day(6, 24, "San Giovanni", by=manager)

    with pytest.raises(Refusal) as republic:
        reserve(ada, printer, "2027-06-02 10:00", "2027-06-02 11:00")
    with pytest.raises(Refusal) as saint:
        reserve(ada, printer, "2027-06-24 10:00", "2027-06-24 11:00")
    catalogue.record_exception(
        "open", at("2027-03-06 09:00"), at("2027-03-06 12:00"), "Porte aperte", by=manager
    )
    saturday = reserve(ada, printer, "2027-03-06 10:00", "2027-03-06 11:00")

    assert (codes(republic), codes(saint)) == (["not_open"], ["closed"])
    assert saturday.status == "confirmed"


def test_l42_series_is_refused_whole_or_leaves_out_what_clashes(lab, ada, bea, printer, reserve) -> None:  # fmt: skip
    """Weekly ×4 with one clash: refused with the clash listed, or 3 stored."""
    reserve(bea, printer, "2027-03-16 09:00", "2027-03-16 10:00")
    asked = ([printer], at("09:00"), at("10:00"), "FREQ=WEEKLY;COUNT=4")

    with pytest.raises(Refusal) as refusal:
        book_series(*asked, by=ada, organisation=lab.firm)
    nothing = (Booking.objects.filter(person=ada.person).count(), Series.objects.count())
    stored = book_series(*asked, by=ada, organisation=lab.firm, skip_clashes=True)

    (problem,) = refusal.value.problems
    assert (problem.code, problem.numbers["occurrence"]) == (
        "overlap", "2027-03-16T08:00:00+00:00",
    )  # fmt: skip
    assert nothing == (0, 0)
    assert [said(one.starts) for one in stored.bookings] == [
        "2 March 2027, 09:00", "9 March 2027, 09:00", "23 March 2027, 09:00",
    ]  # fmt: skip
    assert [said(one.span.start) for one in stored.skipped] == ["16 March 2027, 09:00"]


def test_series_keeps_the_local_hour_when_clocks_change(lab, ada, printer) -> None:
    stored = book_series(
        [printer], at("2027-03-27 09:00"), at("2027-03-27 10:00"), "FREQ=DAILY;COUNT=3",
        by=ada, organisation=lab.firm,
    )  # fmt: skip

    assert [said(one.starts)[-5:] for one in stored.bookings] == ["09:00"] * 3
    assert [one.minutes for one in stored.bookings] == [60] * 3


@pytest.mark.parametrize(
    "rule",
    ["", "every day", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY", "FREQ=DAILY;COUNT=61"],
)
def test_repetition_that_is_wrong_or_endless_is_refused(lab, ada, printer, rule) -> None:
    """At once: none is followed to the end of time."""
    with pytest.raises(Refusal) as refusal:
        book_series([printer], at("09:00"), at("10:00"), rule, by=ada, organisation=lab.firm)

    assert codes(refusal)[0] in ("repetition", "series_too_long")


def test_l44_earliest_free_keeps_to_hours_and_neighbours(lab, ada, bea, printer, reserve) -> None:
    """2 h within opening hours, between both neighbours."""
    hours(lab, "Mo-Fr 09:00-17:00")
    lab.rules(buffer_minutes=30)
    reserve(bea, printer, "10:00", "11:00")
    reserve(bea, printer, "12:00", "14:00")

    (slot,) = earliest_free([printer], 120, by=ada, organisation=lab.firm, after=at("09:00"))

    assert str(slot) == "2 March 2027, 14:30 – 16:30"
    assert reserve(ada, printer, "14:30", "16:30").status == "confirmed"


def test_l44_no_free_time_is_an_empty_answer(lab, ada, printer) -> None:
    hours(lab, "Su 09:00-10:00")

    assert earliest_free([printer], 120, by=ada, organisation=lab.firm, days=60) == []


def test_l60_quota_of_a_machine_stands_in_place_of_its_categorys(lab, ada, printer, microscope, reserve) -> None:  # fmt: skip
    """2 h a day for the category, 3 h for one machine: 3 h there; what is in one booking counts together."""
    TimeQuota.objects.create(type=lab.type, period="day", minutes=120)
    TimeQuota.objects.create(resource=printer, period="day", minutes=180)
    other = lab.machine("Altro microscopio")

    three = reserve(ada, printer, "09:00", "12:00")
    with pytest.raises(Refusal) as refusal:
        reserve(ada, [microscope, other], "2027-03-03 09:00", "2027-03-03 10:30")

    assert three.status == "confirmed"
    assert codes(refusal) == ["quota"]
    assert refusal.value.problems[0].numbers["asked"] == 180


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2027-03-28 01:00", "2027-03-28 04:00", 120),  # the clocks go forward
        ("2027-10-31 01:00", "2027-10-31 04:00", 240),  # and back
        ("2028-02-28 23:00", "2028-03-01 01:00", 26 * 60),  # across the leap day
    ],
)
def test_nights_are_as_long_as_they_are(lab, ada, bea, printer, reserve, start, end, minutes) -> None:  # fmt: skip
    """Counted in real minutes; touching bookings still touch."""
    mine = reserve(ada, printer, start, end)
    day, hour = end.split()
    theirs = reserve(bea, printer, end, f"{day} 0{int(hour[:2]) + 1}:00")

    assert (mine.minutes, theirs.status) == (minutes, "confirmed")


def test_quota_of_the_long_night_counts_its_real_hours(lab, ada, printer, reserve) -> None:
    TimeQuota.objects.create(resource=printer, period="day", minutes=4 * 60)

    assert reserve(ada, printer, "2027-10-31 01:00", "2027-10-31 04:00").minutes == 240


def test_locked_shortly_before_the_start(lab, ada, printer, reserve, clock) -> None:
    lab.rules(lock_minutes=60)
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("08:30")

    with pytest.raises(Refusal) as refusal:
        move(mine, at("11:00"), at("12:00"), by=ada)

    assert codes(refusal) == ["locked"]
    assert move(mine, mine.starts, at("10:30"), by=ada).ends == at("10:30")


def test_hours_that_cannot_be_read_are_refused(lab, manager) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue.change_laboratory(lab.laboratory, by=manager, opening_hours="always")

    assert codes(refusal) == ["hours"]


def test_room_that_stands_in_itself_is_refused(lab, manager) -> None:
    hall = lab.room("Sala", 4)
    corner = lab.room("Angolo", 2, inside=hall)

    with pytest.raises(Refusal) as refusal:
        catalogue.change_resource(hall, by=manager, inside=corner)

    assert codes(refusal) == ["inside"]
