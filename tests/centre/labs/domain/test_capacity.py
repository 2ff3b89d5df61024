"""The ledger: each hour economic or not, against what the capacity is."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.centre.labs.conftest import at

from fucina.centre.labs import domain
from fucina.centre.labs.domain import queries
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.enums import UserKind
from fucina.centre.labs.models import Booking, Laboratory, PreferentialAccess, UnmetDemand, Use
from fucina.centre.people.enums import Role
from fucina.centre.refusal import Refusal

DAY = Span(at("00:00"), at("2027-03-03 00:00"))
HUNDRED = "2027 Mar 01-2027 Mar 10 08:00-18:00"
"""A hundred hours in the year."""


@pytest.fixture
def hundred(lab) -> None:
    Laboratory.objects.update(opening_hours=HUNDRED)


@pytest.fixture
def scholar(lab):
    return lab.user("zoe", Role.RESEARCHER, at=lab.university)


def test_hours_are_told_apart_by_who_and_what_for(lab, ada, scholar, manager, printer, reserve) -> None:  # fmt: skip
    reserve(ada, printer, "09:00", "11:00")
    reserve(scholar, printer, "11:00", "12:00", organisation=lab.university)
    reserve(manager, printer, "13:00", "16:00", organisation=lab.centre, kind="class")
    domain.plan_maintenance([printer], at("17:00"), at("18:00"), "Ottiche", by=manager)

    assert queries.hours_by("user_kind", [printer], DAY) == [
        (printer.pk, "economic", UserKind.COMPANY, 2.0),
        (printer.pk, "non_economic", UserKind.CENTRE, 3.0),
        (printer.pk, "non_economic", UserKind.RESEARCH, 1.0),
    ]
    assert queries.hours_by("kind", [printer], DAY) == [
        (printer.pk, "economic", "use", 2.0),
        (printer.pk, "non_economic", "class", 3.0),
        (printer.pk, "non_economic", "use", 1.0),
    ]


@pytest.mark.parametrize(
    ("hours", "alarming", "beyond"), [(14, False, False), (15, True, False), (20, True, False), (21, True, True)]
)  # fmt: skip
def test_economic_share_alarms_at_fifteen_per_cent_of_the_capacity(lab, ada, printer, reserve, hundred, hours, alarming, beyond) -> None:  # fmt: skip
    """More than 20 % is beyond what passes as ancillary."""
    for number in range(3):
        day = f"2027-03-0{number + 2}"
        length = min(10, hours - 10 * number)
        if length > 0:
            reserve(ada, printer, f"{day} 08:00", f"{day} {8 + length:02}:00")

    (share,) = queries.economic_shares([printer], 2027)

    assert (round(share.capacity), round(share.economic)) == (100, hours)
    assert (share.alarming, share.beyond) == (alarming, beyond)


def test_maintenance_takes_capacity_away(lab, manager, printer, hundred) -> None:
    domain.plan_maintenance([printer], at("08:00"), at("18:00"), "Revisione", by=manager)

    (share,) = queries.economic_shares([printer], 2027)

    assert (round(share.capacity), round(share.out_of_service)) == (90, 10)


def test_booking_across_new_year_counts_on_both_sides(lab, ada, printer, reserve) -> None:
    reserve(ada, printer, "2027-12-31 22:00", "2028-01-01 03:00")

    assert [queries.economic_shares([printer], year)[0].economic for year in (2027, 2028)] == [2, 3]


def test_what_was_cancelled_or_missed_is_no_hour(lab, ada, printer, reserve) -> None:
    domain.cancel(reserve(ada, printer, "09:00", "11:00"), by=ada)
    missed = reserve(ada, printer, "12:00", "13:00")
    Booking.objects.filter(pk=missed.pk).update(status="missed")

    assert queries.hours_by("kind", [printer], DAY) == []


def test_ledger_costs_the_same_however_many_machines(lab, ada, printer, microscope, reserve) -> None:  # fmt: skip
    def cost(resources) -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.economic_shares(resources, 2027)
        return len(captured)

    assert cost([printer]) == cost([printer, microscope]) == 2


def test_heat_map_counts_local_hours(lab, ada, printer, reserve) -> None:
    reserve(ada, printer, "09:30", "11:00")

    found = {when: minutes for when, minutes in queries.utilisation(printer, DAY).items() if minutes}  # fmt: skip

    assert found == {(1, 9): 30.0, (1, 10): 60.0}


def test_declared_stands_against_measured_and_booked(lab, ada, printer, microscope, reserve, clock) -> None:  # fmt: skip
    """One booking used twice was booked once; what declares nothing is no difference."""
    reserve(ada, printer, "09:00", "12:00")
    for start, stop, declared, out in (("09:00", "10:00", 50, 0), ("10:10", "11:10", None, 15)):
        clock.set(start)
        use = domain.start_use(printer, by=ada, organisation=lab.firm)
        clock.set(stop)
        if declared is None:
            Use.objects.filter(pk=use.pk).update(ended=at(stop), downtime_minutes=out)
        else:
            Use.objects.filter(pk=use.pk).update(ended=at(stop), declared_minutes=declared)

    found = queries.use_compared([printer, microscope], DAY)

    assert found == {printer.pk: queries.UseCompared(2, 180, 120, 15, 1, 50, 60)}
    assert found[printer.pk].difference == -10


def test_preferential_access_is_earned_and_proportionate(lab, ada, printer, reserve, hundred) -> None:  # fmt: skip
    """A tenth of the investment at least; the hours it used against those that its share comes to."""
    access = {"resource": printer, "organisation": lab.firm, "valid_from": dt.date(2027, 1, 1), "conditions": "Prima scelta"}  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        PreferentialAccess.objects.create(share=Decimal("9.99"), **access)
    PreferentialAccess.objects.create(share=Decimal(12), **access)
    lab.rules(horizon_days=0, preferential_horizon_days=30)
    mine = reserve(ada, printer, "08:00", "18:00")

    (use,) = queries.preferential_use([printer], 2027)

    assert mine.preferential
    assert (round(use.entitled, 6), use.used, use.proportionate) == (12.0, 10.0, True)


def test_demand_in_vain_is_counted_once_a_day(lab, ada, bea, printer, reserve) -> None:
    reserve(ada, printer, "09:00", "12:00")
    for start in ("09:00", "10:00", "11:00"):
        with pytest.raises(Refusal):
            reserve(bea, printer, start, "12:00")

    (demand,) = queries.unmet_demand([printer], DAY)

    assert (demand["times"], demand["waited"]) == (1, 0)
    assert UnmetDemand.objects.get().codes == ["overlap"]


def test_demand_of_those_who_may_not_book_is_no_demand(lab, ada, bea, printer, reserve) -> None:
    reserve(ada, printer, "09:00", "12:00")
    lab.rules(max_minutes=30)
    with pytest.raises(Refusal):
        reserve(bea, printer, "09:00", "12:00")

    assert UnmetDemand.objects.count() == 0
