"""From check-in to switching off: cases L7, L27, L39 to L41, L43."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.centre.labs.conftest import LONG_AGO, at, codes

from fucina.centre.labs import domain
from fucina.centre.labs.domain import Item, housekeeping
from fucina.centre.labs.domain.cancel import is_late
from fucina.centre.labs.models import Booking, Grant, Qualification, Requirement, Resource, Steward
from fucina.centre.mail.models import Message
from fucina.centre.refusal import Refusal


@pytest.fixture
def start(lab):
    def begin(user, resource: Resource, **more):
        more.setdefault("organisation", lab.firm)
        return domain.start_use(resource, by=user, **more)

    return begin


def test_free_machine_is_started_and_booked_at_once(lab, ada, bea, printer, reserve, start) -> None:
    use = start(ada, printer, minutes=30)

    with pytest.raises(Refusal) as refusal:
        start(bea, printer)

    assert use.booking.ends - use.booking.starts == dt.timedelta(minutes=30)
    assert codes(refusal) == ["in_use"]


def test_own_time_is_used_and_the_rest_is_free(lab, ada, bea, printer, reserve, start, clock) -> None:  # fmt: skip
    mine = reserve(ada, printer, "09:00", "12:00")
    clock.set("09:00")
    use = start(ada, printer)
    clock.set("10:00")

    stopped = domain.stop_use(use, by=ada, declared_minutes=55, downtime_minutes=5, note="Bene")
    mine.refresh_from_db()
    after = reserve(bea, printer, "10:00", "11:00")

    assert (use.booking_id, stopped.minutes, stopped.declared_minutes) == (mine.pk, 60, 55)
    assert (mine.status, mine.ends) == ("done", at("12:00"))
    assert after.status == "confirmed"


@pytest.mark.parametrize(("downtime", "code"), [(-1, "downtime"), (61, "downtime")])
def test_time_out_of_order_lies_within_the_use(lab, ada, printer, start, clock, downtime, code) -> None:  # fmt: skip
    use = start(ada, printer)
    clock.set("08:00", "2027-03-01")

    with pytest.raises(Refusal) as refusal:
        domain.stop_use(use, by=ada, downtime_minutes=downtime)

    assert codes(refusal) == [code]


def test_l27_third_person_in_somebodys_time_is_refused(lab, ada, bea, printer, reserve, start, clock) -> None:  # fmt: skip
    """By setting refused."""
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("09:10")

    with pytest.raises(Refusal) as refusal:
        start(bea, printer)

    (problem,) = refusal.value.problems
    assert (problem.code, problem.numbers["booking"]) == ("others_time", mine.pk)


def test_l27_takeover_needs_consent_is_recorded_and_told(lab, ada, bea, printer, reserve, start, clock) -> None:  # fmt: skip
    """Or allowed with the owner’s consent; never silent."""
    lab.rules(takeover="with_consent")
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("09:10")

    with pytest.raises(Refusal) as silent:
        start(bea, printer)
    use = start(bea, printer, consent="al telefono")
    mine.refresh_from_db()
    (letter,) = Message.objects.all()

    assert codes(silent) == ["no_consent"]
    assert (use.taken_over_from, use.consent, mine.status) == (
        ada.person, "al telefono", "cancelled",
    )  # fmt: skip
    assert (use.booking.person, use.booking.ends) == (bea.person, at("10:00"))
    assert letter.to == "ada@prova.example"


def test_qualification_is_judged_when_it_is_used(lab, ada, manager, printer, reserve, start, clock) -> None:  # fmt: skip
    """Booked while it held, revoked since: not started."""
    needed = Qualification.objects.create(key="p", name="Stampante", kind="operation")
    Requirement.objects.create(qualification=needed, resource=printer)
    grant = domain.grant_qualification(ada.person, needed, by=manager)
    reserve(ada, printer, "09:00", "10:00")
    domain.revoke_qualification(grant, by=manager, reason="Incidente")
    clock.set("09:00")

    with pytest.raises(Refusal) as refusal:
        start(ada, printer)

    assert codes(refusal) == ["not_qualified"]


def test_use_keeps_a_qualification_alive(lab, ada, manager, printer, start) -> None:
    needed = Qualification.objects.create(
        key="p", name="Stampante", kind="operation", unused_days=30
    )
    Requirement.objects.create(qualification=needed, resource=printer)
    domain.grant_qualification(ada.person, needed, by=manager, granted_on=dt.date(2027, 2, 10))

    start(ada, printer)

    assert Grant.objects.get().last_used == dt.date(2027, 3, 1)
    assert Grant.objects.get().last_day == dt.date(2027, 3, 31)


def test_l39_check_in_has_a_window(lab, ada, bea, printer, reserve, clock) -> None:
    """From 5 min before until the release: 6 before refused; after the release refused, and the slot is free."""
    lab.rules(check_in_minutes=5, release_minutes=15)
    mine = reserve(ada, printer, "09:00", "10:00")
    other = reserve(ada, printer, "11:00", "12:00")
    clock.set("08:54")
    with pytest.raises(Refusal) as early:
        domain.check_in(mine, by=ada)
    clock.set("08:55")
    checked = domain.check_in(mine, by=ada)
    clock.set("11:15")
    with pytest.raises(Refusal) as late:
        domain.check_in(other, by=ada)
    other.refresh_from_db()

    assert (codes(early), codes(late)) == (["too_early"], ["released"])
    assert (checked.checked_in, other.status) == (at("08:55"), "missed")
    assert reserve(bea, printer, "11:20", "12:00").status == "confirmed"


def test_l39_slot_is_free_though_no_job_ran(lab, ada, bea, printer, reserve, clock) -> None:
    """Whoever books finds it free: the one who did not come has missed it."""
    lab.rules(release_minutes=15)
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("09:14")
    with pytest.raises(Refusal) as early:
        reserve(bea, printer, "09:20", "10:00")
    clock.set("09:15")

    theirs = reserve(bea, printer, "09:20", "10:00")
    mine.refresh_from_db()

    assert codes(early) == ["overlap"]
    assert (theirs.status, mine.status) == ("confirmed", "missed")


def test_l40_no_show_is_found_by_range(lab, ada, printer, reserve, clock) -> None:
    """Released after 15 min, also when the job runs at minute 17; run again, nothing happens."""
    lab.rules(release_minutes=15)
    mine = reserve(ada, printer, "09:00", "10:00")
    clock.set("09:17")

    first, second = housekeeping.release_unused(), housekeeping.release_unused()

    assert ([one.pk for one in first], second) == ([mine.pk], [])


def test_l40_not_missed_when_out_of_order_or_used_by_anybody(lab, ada, bea, printer, microscope, reserve, start, clock) -> None:  # fmt: skip
    """Machine down, or a swap: not marked."""
    lab.rules(release_minutes=15, takeover="with_consent")
    broken = reserve(ada, printer, "09:00", "10:00")
    swapped = reserve(ada, microscope, "09:30", "10:30")
    Resource.objects.filter(pk=printer.pk).update(status="down")
    clock.set("09:26")
    use = start(ada, microscope)
    Booking.objects.filter(pk=swapped.pk).update(checked_in=None)
    clock.set("09:50")

    freed = housekeeping.release_unused()
    broken.refresh_from_db()

    assert (freed, broken.status, use.booking_id) == ([], "confirmed", swapped.pk)


def test_l41_late_cancellation(lab, ada, printer, microscope, reserve, clock) -> None:
    """Threshold 60: 59 min before late, 61 free; machine down: free."""
    lab.rules(late_cancel_minutes=60)
    mine = reserve(ada, printer, "09:00", "10:00")
    theirs = reserve(ada, microscope, "09:00", "10:00")
    clock.set("07:59")
    in_time = is_late(mine)
    clock.set("08:01")
    late = domain.cancel(mine, by=ada)
    Resource.objects.filter(pk=microscope.pk).update(status="down")
    down = domain.cancel(theirs, by=ada)

    assert in_time is False
    assert (late.status, late.late, down.late) == ("cancelled", True, False)


def test_cancelled_booking_is_not_changed(lab, ada, printer, reserve) -> None:
    mine = domain.cancel(reserve(ada, printer, "09:00", "10:00"), by=ada)

    with pytest.raises(Refusal) as moved:
        domain.move(mine, at("11:00"), at("12:00"), by=ada)
    with pytest.raises(Refusal) as again:
        domain.cancel(mine, by=ada)

    assert codes(moved) == codes(again) == ["not_open_any_more"]


@pytest.fixture
def queue(lab, ada, bea, printer, reserve):
    """Ada has 9–10; Bea, then Carla, wait for it."""
    carla = lab.user("carla")
    mine = reserve(ada, printer, "09:00", "10:00")
    waiting = [
        domain.join_wait_list([printer], at("09:00"), at("10:00"), by=user, organisation=lab.firm)
        for user in (bea, carla)
    ]
    return mine, *waiting, carla


def test_l43_freed_slot_is_held_for_the_first_then_for_the_next(lab, ada, bea, printer, reserve, clock, queue) -> None:  # fmt: skip
    """The first in line gets a timed hold, then the next; whether or not a job ran, an offer that ran out is over."""
    mine, first, second, carla = queue
    domain.cancel(mine, by=ada)
    first.refresh_from_db()
    held_until = first.held_until
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")
    clock.now = held_until
    with pytest.raises(Refusal) as late:
        domain.accept_offer(first, by=bea)
    housekeeping.release_unused()
    first.refresh_from_db()
    second.refresh_from_db()
    taken = domain.accept_offer(second, by=carla)

    assert held_until == at("09:00", "2027-03-01")  # two hours after the offer
    assert codes(refusal) == ["overlap"]
    assert "offer_lapsed" in codes(late)
    assert (first.status, taken.status) == ("lapsed", "confirmed")
    assert Message.objects.filter(key__startswith="labs:offer").count() == 2


def test_l43_lapsed_hold_is_no_phantom(lab, ada, bea, printer, reserve, clock, queue) -> None:
    """No job ran: whoever books after the hold ran out gets the slot."""
    mine, first, _second, _carla = queue
    domain.cancel(mine, by=ada)
    first.refresh_from_db()
    clock.now = first.held_until

    theirs = reserve(ada, printer, "09:00", "10:00")
    first.refresh_from_db()

    assert (theirs.status, first.status) == ("confirmed", "lapsed")


def test_l43_declined_offer_goes_to_the_next(lab, ada, bea, queue) -> None:
    mine, first, second, _carla = queue
    domain.cancel(mine, by=ada)
    first.refresh_from_db()

    domain.decline_offer(first, by=bea)
    second.refresh_from_db()

    assert second.status == "held"


def test_l43_who_could_not_book_does_not_wait_and_what_is_free_is_booked(lab, ada, bea, printer, reserve) -> None:  # fmt: skip
    lab.rules(max_minutes=30)
    with pytest.raises(Refusal) as free:
        domain.join_wait_list([printer], at("09:00"), at("09:30"), by=bea, organisation=lab.firm)
    reserve(ada, printer, "09:00", "09:30")
    with pytest.raises(Refusal) as long:
        domain.join_wait_list([printer], at("09:00"), at("10:00"), by=bea, organisation=lab.firm)

    assert (codes(free), codes(long)) == (["free"], ["too_long"])


def test_room_is_entered_up_to_its_places(lab, ada, bea) -> None:
    room = lab.room("Aula", 1)
    first = domain.enter(room, by=ada, organisation=lab.firm)
    with pytest.raises(Refusal) as full:
        domain.enter(room, by=bea, organisation=lab.firm)
    with pytest.raises(Refusal) as twice:
        domain.enter(room, by=ada, organisation=lab.firm)
    domain.leave(first, by=ada)

    assert (codes(full), codes(twice)) == (["full"], ["inside"])
    assert domain.enter(room, by=bea, organisation=lab.firm).left is None


def test_room_with_a_booking_only(lab, ada, reserve, clock) -> None:
    lab.rules(needs_booking_to_enter=True)
    room = lab.room("Camera pulita", 4)
    reserve(ada, room, "09:00", "10:00")
    clock.set("08:30")
    with pytest.raises(Refusal) as early:
        domain.enter(room, by=ada, organisation=lab.firm)
    clock.set("08:56")

    assert codes(early) == ["no_booking"]
    assert domain.enter(room, by=ada, organisation=lab.firm).room == room


def test_end_of_an_outage_gives_the_time_back(lab, ada, bea, manager, printer, reserve, clock) -> None:  # fmt: skip
    mine = reserve(ada, printer, "14:00", "15:00")
    outage = domain.declare_outage([printer], at("09:00"), at("18:00"), "Guasto", by=manager).outage
    clock.set("11:00")

    domain.end_outage(outage, by=manager)
    mine.refresh_from_db()

    assert (mine.status, mine.displaced_by) == ("confirmed", None)
    assert reserve(bea, printer, "11:00", "12:00").status == "confirmed"


def test_whoever_declared_an_outage_neither_uses_nor_moves_it(lab, manager, ada, printer, start, clock) -> None:  # fmt: skip
    """Stopped, moved or cancelled like a booking it would end, and nobody would get a time back."""
    outage = domain.declare_outage([printer], at("09:00"), at("18:00"), "Guasto", by=manager).outage
    clock.set("10:00")
    acts = {
        "out_of_service": lambda: start(manager, printer, organisation=lab.centre),
        "no_use": lambda: domain.check_in(outage, by=manager),
        "outage": lambda: domain.cancel(outage, by=manager),
    }
    acts["outage of moving"] = lambda: domain.move(outage, at("11:00"), at("12:00"), by=manager)
    acts["outage of handing over"] = lambda: domain.hand_over(outage, ada.person, by=manager)

    for code, act in acts.items():
        with pytest.raises(Refusal) as refusal:
            act()
        assert codes(refusal) == [code.split()[0]]

    outage.refresh_from_db()
    assert (outage.status, outage.ends, printer.uses.count()) == ("confirmed", at("18:00"), 0)


def test_outage_is_told_after_it_began(lab, ada, bea, manager, printer, reserve, start, clock) -> None:  # fmt: skip
    """It broke at half past nine, after a use that ended then; who had it at ten could not use it."""
    reserve(ada, printer, "09:00", "10:00")
    missed = reserve(bea, printer, "10:00", "11:00")
    clock.set("09:00")
    use = start(ada, printer)
    clock.set("09:30")
    domain.stop_use(use, by=ada)
    clock.set("11:20")

    declared = domain.declare_outage([printer], at("09:00"), at("18:00"), "Guasto", by=manager)

    assert (declared.outage.starts, declared.outage.ends) == (at("09:30"), at("18:00"))
    assert [one.booking.pk for one in declared.to_move] == [missed.pk]
    assert all(span.start >= at("18:00") for span in declared.to_move[0].slots)


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("2027-03-02 09:00", "2027-03-09 12:00", "An outage is declared at most 7 days after it began."),
        ("2027-03-09 08:00", "2027-03-09 09:00", "This time is over."),
    ],
)  # fmt: skip
def test_outage_long_past_is_refused(lab, manager, printer, clock, starts, ends, said) -> None:
    clock.set("10:00", "2027-03-09")

    with pytest.raises(Refusal) as refusal:
        domain.declare_outage([printer], at(starts), at(ends), "Guasto", by=manager)

    assert str(refusal.value) == said


def test_longer_outage_takes_what_is_booked_in_the_time_added(lab, ada, bea, manager, printer, reserve, clock) -> None:  # fmt: skip
    morning, evening = reserve(ada, printer, "10:00", "11:00"), reserve(bea, printer, "16:00", "17:00")  # fmt: skip
    outage = domain.declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=manager).outage
    clock.set("11:30")

    declared = domain.prolong_outage(outage, at("18:00"), by=manager)
    evening.refresh_from_db()
    told = Message.objects.filter(to=bea.email).count()

    assert [one.booking.pk for one in declared.to_move] == [evening.pk]
    assert {one.pk for one in outage.displaces.all()} == {morning.pk, evening.pk}
    assert all(span.start >= at("18:00") for span in declared.to_move[0].slots)
    assert (evening.status, declared.outage.ends, told) == ("displaced", at("18:00"), 1)
    assert [(one.during.lower, one.during.upper) for one in outage.allocations.taken()] == [
        (at("09:00"), at("18:00"))
    ]
    with pytest.raises(Refusal) as refusal:
        reserve(bea, printer, "17:00", "18:00")
    assert "out_of_service" in codes(refusal)


@pytest.mark.parametrize(
    ("ends", "now", "code"),
    [
        ("11:00", "10:00", "not_longer"),
        ("12:00", "10:00", "not_longer"),
        ("14:00", "12:00", "over"),
    ],
)
def test_outage_is_prolonged_while_it_lasts_and_to_a_later_end(lab, manager, printer, clock, ends, now, code) -> None:  # fmt: skip
    outage = domain.declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=manager).outage
    clock.set(now)

    with pytest.raises(Refusal) as refusal:
        domain.prolong_outage(outage, at(ends), by=manager)
    outage.refresh_from_db()

    assert (codes(refusal), outage.ends) == ([code], at("12:00"))


def test_planned_maintenance_ends_no_sooner_for_an_outage_that_grows(lab, manager, printer, reserve, ada) -> None:  # fmt: skip
    """What is out of service then already is kept, and said; nobody is moved for nothing."""
    evening = reserve(ada, printer, "14:00", "15:00")
    domain.plan_maintenance([printer], at("16:00"), at("17:00"), "Taratura", by=manager)
    outage = domain.declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=manager).outage

    with pytest.raises(Refusal) as refusal:
        domain.prolong_outage(outage, at("18:00"), by=manager)
    evening.refresh_from_db()

    assert (codes(refusal), evening.status) == (["overlap"], "confirmed")


def test_only_an_outage_is_prolonged_and_by_who_may_declare_it(lab, ada, manager, printer, reserve) -> None:  # fmt: skip
    mine = reserve(ada, printer, "14:00", "15:00")
    outage = domain.declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=manager).outage

    with pytest.raises(PermissionDenied):
        domain.prolong_outage(outage, at("13:00"), by=ada)
    with pytest.raises(Refusal) as refusal:
        domain.prolong_outage(mine, at("16:00"), by=manager)

    assert codes(refusal) == ["no_outage"]


def test_outage_of_a_room_is_one_of_all_that_stands_in_it(lab, ada, manager, reserve) -> None:
    hall = lab.room("Sala", 10)
    lathe = lab.machine("Tornio", inside=hall)
    mine = reserve(ada, lathe, "09:00", "10:00")

    declared = domain.declare_outage([hall], at("08:00"), at("12:00"), "Allagamento", by=manager)

    assert [one.booking.pk for one in declared.to_move] == [mine.pk]


def test_problem_that_stops_puts_it_out_of_order_until_solved(lab, ada, manager, printer) -> None:
    report = domain.report_problem(printer, "stops", "Fuma.", by=ada)
    printer.refresh_from_db()
    down = printer.status
    domain.solve_problem(report, "Ventola cambiata.", by=manager)
    printer.refresh_from_db()

    assert (down, printer.status) == ("down", "operational")


def test_what_is_over_is_closed_whenever_the_job_runs(lab, manager, reserve, clock) -> None:
    room = lab.room("Aula", 30)
    seminar = reserve(
        manager, [Item(room, whole=True)], "09:00", "10:00", organisation=lab.centre, kind="seminar"
    )
    clock.set("09:00", "2027-03-05")

    counts = housekeeping.close_ended(), housekeeping.close_ended()
    seminar.refresh_from_db()

    assert counts == (1, 0)
    assert (seminar.status, seminar.ended) == ("done", at("10:00"))


def test_who_looks_after_a_thing_is_told_else_the_managers(lab, ada, bea, manager, printer, reserve) -> None:  # fmt: skip
    """Of a problem and of a request; who asks is not told what they asked for."""
    lab.rules(needs_approval=True)
    reserve(ada, printer, "09:00", "10:00")
    domain.report_problem(printer, "minor", "Perde olio", by=ada)
    to_managers = set(Message.objects.values_list("to", flat=True))
    Steward.objects.create(resource=printer, person=bea.person, valid_from=LONG_AGO)

    reserve(ada, printer, "11:00", "12:00")
    domain.report_problem(printer, "minor", "Fa rumore", by=ada)
    later = Message.objects.order_by("pk").values_list("to", "key")[2:]

    assert to_managers == {manager.person.email}
    assert [(to, key.split(":")[1]) for to, key in later] == [
        (bea.person.email, "request"), (bea.person.email, "problem"),
    ]  # fmt: skip
