"""What is booked and used is paid for: cases L8, L23, and what labs owe to charging."""

from decimal import Decimal

import pytest
from tests.centre.labs.conftest import LONG_AGO, at, codes
from tests.centre.labs.racing import at_once

from fucina.centre.charging import domain as charging
from fucina.centre.charging.domain import Reference
from fucina.centre.charging.domain.queries import open_commitment, standing_charge
from fucina.centre.charging.models import Project, Unsettled
from fucina.centre.labs import domain
from fucina.centre.labs.domain import book, catalogue, housekeeping
from fucina.centre.labs.models import Booking
from fucina.centre.mail.models import Message
from fucina.centre.people.enums import Role
from fucina.centre.people.models import User
from fucina.centre.refusal import Refusal


@pytest.fixture
def accountant(lab):
    return lab.user("conti", Role.ACCOUNTANT)


@pytest.fixture
def paid(lab, accountant, printer):
    """The printer at 60 € an hour, a project of the firm with one account."""

    def make(cap: str | None = None, only=()):
        chargeable = charging.record_chargeable("printer", "machine", "Stampante", by=accountant)
        prices = charging.record_price_list("Listino", LONG_AGO, by=accountant)
        charging.record_rate(
            prices, chargeable, "sme", Decimal(60), by=accountant, mode="usage",
            free_minutes=60, cancellation_fee=Decimal("12.50"),
        )  # fmt: skip
        charging.publish_price_list(prices, by=accountant)
        printer.chargeable = chargeable
        printer.save()
        account = charging.record_account(
            lab.firm, "A-1", "Ordine", LONG_AGO, by=accountant, cap=Decimal(cap) if cap else None
        )
        return charging.record_project(
            lab.firm, "Staffe", LONG_AGO, {account: Decimal(100)}, by=accountant,
            user_class="sme", chargeables=[chargeable] if only else [],
        )  # fmt: skip

    return make


def ref(booking: Booking) -> Reference:
    return Reference("booking", str(booking.pk))


def test_booking_sets_its_price_aside_and_cancelling_frees_it(lab, ada, printer, reserve, paid) -> None:  # fmt: skip
    project = paid()
    mine = reserve(ada, printer, "09:00", "11:00", project=project)
    held = open_commitment(ref(mine)).total
    domain.move(mine, at("09:00"), at("10:00"), by=ada)
    moved = open_commitment(ref(mine)).total
    domain.cancel(mine, by=ada)

    assert (held, moved, open_commitment(ref(mine))) == (Decimal(120), Decimal(60), None)


def test_use_is_charged_as_used(lab, ada, printer, reserve, paid, clock) -> None:
    mine = reserve(ada, printer, "09:00", "11:00", project=paid())
    clock.set("09:00")
    use = domain.start_use(printer, by=ada, organisation=lab.firm)
    clock.set("09:30")

    domain.stop_use(use, by=ada)

    assert standing_charge(ref(mine)).total == Decimal(30)


def test_late_cancellation_costs_its_fee(lab, ada, printer, reserve, paid, clock) -> None:
    lab.rules(late_cancel_minutes=60)
    mine = reserve(ada, printer, "09:00", "11:00", project=paid())
    clock.set("08:30")

    domain.cancel(mine, by=ada)

    assert standing_charge(ref(mine)).total == Decimal("12.50")


def test_who_did_not_come_pays_though_no_job_ran(lab, ada, bea, printer, reserve, paid, clock) -> None:  # fmt: skip
    """Whoever books the slot finds it free; what was set aside for it is settled at that moment."""
    lab.rules(release_minutes=15)
    project = paid()
    missed = reserve(ada, printer, "09:00", "11:00", project=project)
    clock.set("09:30")

    reserve(bea, printer, "09:30", "10:00", project=project)
    missed.refresh_from_db()

    assert (missed.status, open_commitment(ref(missed))) == ("missed", None)
    assert standing_charge(ref(missed)) is not None


def test_what_stands_in_the_way_of_paying_is_told_with_all_the_rest(lab, ada, printer, reserve, paid) -> None:  # fmt: skip
    project = paid(cap="50")
    lab.rules(max_minutes=30)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00", project=project)

    assert codes(refusal) == ["cap_exceeded", "too_long"]


def test_l23_project_limited_to_some_machines(lab, ada, microscope, printer, reserve, paid) -> None:  # fmt: skip
    """Another machine is refused; so is a room that only the other one needs; the room of a covered one is not."""
    hall, other = lab.room("Sala", 4), lab.room("Altra sala", 4)
    printer.inside, microscope.inside = hall, other
    microscope.save()
    project = paid(only=[printer])

    covered = reserve(ada, [printer, hall], "09:00", "10:00", project=project)
    with pytest.raises(Refusal) as machine:
        reserve(ada, microscope, "09:00", "10:00", project=project)
    with pytest.raises(Refusal) as room:
        reserve(ada, other, "09:00", "10:00", project=project)

    assert covered.status == "confirmed"
    assert codes(machine) == codes(room) == ["project_scope"]


@pytest.mark.django_db(transaction=True)
def test_l8_last_money_is_had_once(lab, ada, bea, printer, paid, patient) -> None:
    """Room for one hour under the cap, two parallel bookings: one succeeds."""
    project = paid(cap="60")

    def asking(user: User, start: str, end: str):
        fresh = User.objects.get(pk=user.pk)
        return lambda: book(
            [printer], at(start), at(end), by=fresh, organisation=lab.firm, project=project
        )

    outcomes = at_once([asking(ada, "09:00", "10:00"), asking(bea, "14:00", "15:00")])

    assert outcomes == {"done": 1, "cap_exceeded": 1}
    assert Booking.objects.count() == 1


def test_who_gives_way_owes_nothing(lab, ada, bea, printer, reserve, paid, clock) -> None:
    lab.rules(takeover="with_consent")
    project = paid()
    mine = reserve(ada, printer, "09:00", "10:00", project=project)
    clock.set("09:10")

    domain.start_use(printer, by=bea, organisation=lab.firm, consent="al telefono", project=project)

    assert (open_commitment(ref(mine)), standing_charge(ref(mine))) == (None, None)


def test_what_an_outage_takes_owes_nothing_until_it_is_given_back(lab, ada, manager, printer, reserve, paid) -> None:  # fmt: skip
    mine = reserve(ada, printer, "09:00", "10:00", project=paid())

    outage = domain.declare_outage([printer], at("08:00"), at("12:00"), "Rotta", by=manager).outage
    displaced = open_commitment(ref(mine))
    domain.end_outage(outage, by=manager)
    mine.refresh_from_db()

    assert displaced is None
    assert (mine.status, open_commitment(ref(mine)).total) == ("confirmed", Decimal(60))


def test_what_an_outage_took_and_nobody_moved_ends_with_its_time(lab, ada, manager, printer, reserve, paid, clock) -> None:  # fmt: skip
    mine = reserve(ada, printer, "09:00", "10:00", project=paid())
    domain.declare_outage([printer], at("08:00"), at("12:00"), "Rotta", by=manager)
    clock.set("09:01")

    count = housekeeping.end_waiting()
    mine.refresh_from_db()

    assert (count, mine.status, open_commitment(ref(mine))) == (1, "cancelled", None)
    assert not mine.allocations.taken().exists()
    letter = Message.objects.get(to=ada.person.email, key__startswith="labs:ended")
    assert "nothing is owed" in letter.text or "non è dovuto nulla" in letter.text


def test_what_has_a_price_is_not_free_for_a_firm(lab, ada, manager, printer, reserve, paid) -> None:
    """Unless somebody who may gives it away, and says why; the centre's own people need no project."""
    paid()

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")
    given = reserve(manager, printer, "10:00", "11:00", person=ada.person, override="Prova offerta")
    own = reserve(manager, printer, "11:00", "12:00", organisation=lab.centre)

    assert codes(refusal) == ["priced"]
    assert (given.status, own.status) == ("confirmed", "confirmed")


def test_a_price_that_went_keeps_the_use_for_the_accountant(lab, ada, accountant, printer, reserve, paid, clock) -> None:  # fmt: skip
    """The machine is switched off all the same; once there is a price again, the use is charged at it."""
    mine = reserve(ada, printer, "09:00", "11:00", project=paid())
    clock.set("09:00")
    use = domain.start_use(printer, by=ada, organisation=lab.firm)
    Project.objects.update(user_class="student")  # for whom nothing is priced
    clock.set("09:30")

    domain.stop_use(use, by=ada)

    kept = Unsettled.objects.get()
    waiting = open_commitment(ref(mine))
    Project.objects.update(user_class="sme")
    charged = charging.charge_unsettled(kept, by=accountant)

    assert (Booking.objects.get().status, kept.why) == ("done", "no_rate")
    assert (waiting, charged.total) == (kept.commitment, Decimal(30))


@pytest.fixture
def powder(lab, manager, accountant):
    """At 8 € a kilogram for small firms."""
    item = charging.record_chargeable("powder", "consumable", "Polvere", by=accountant)
    prices = charging.record_price_list("Materiali", LONG_AGO, by=accountant)
    charging.record_rate(prices, item, "sme", Decimal(8), by=accountant, basis="each")
    charging.publish_price_list(prices, by=accountant)
    return catalogue.record_consumable(
        lab.laboratory, "Polvere", "kg", by=manager, stock=Decimal(20), chargeable=item
    )


def test_what_is_taken_is_charged_at_once(lab, ada, manager, accountant, powder) -> None:
    account = charging.record_account(
        lab.firm, "A-1", "Ordine", LONG_AGO, by=accountant, cap=Decimal(30)
    )
    project = charging.record_project(
        lab.firm, "Staffe", LONG_AGO, {account: Decimal(100)}, by=accountant, user_class="sme"
    )

    taken = catalogue.withdraw(
        powder, Decimal("2.5"), by=manager, person=ada.person, project=project
    )
    with pytest.raises(Refusal) as beyond:
        catalogue.withdraw(powder, Decimal(2), by=manager, person=ada.person, project=project)
    powder.refresh_from_db()

    assert standing_charge(Reference("withdrawal", str(taken.pk))).total == Decimal(20)
    assert (codes(beyond), powder.stock) == (["cap_exceeded"], Decimal("17.5"))


def test_what_has_a_price_is_not_taken_for_nothing_by_a_firm(lab, ada, manager, powder) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue.withdraw(powder, Decimal(1), by=manager, person=ada.person)
    catalogue.withdraw(powder, Decimal(1), by=manager)  # the centre's own
    catalogue.withdraw(powder, Decimal(-3), by=manager, person=ada.person)  # brought

    powder.refresh_from_db()
    assert (codes(refusal), powder.stock) == (["priced"], Decimal(22))
