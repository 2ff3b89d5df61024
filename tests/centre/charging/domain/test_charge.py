"""Charges: priced, divided to the cent, never changed, once for each reference."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Item, Reference, queries
from fucina.centre.charging.models import Charge, ChargeItem, ChargeLine, Posting
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import Refusal


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def postings(thing) -> list[tuple[str, str]]:
    return [(one.account.code, str(one.amount)) for one in thing.postings.all()]


def test_a_quote_writes_nothing_and_explains_itself(lab) -> None:
    quote = lab.quote(lab.item(9, 11), Item(lab.course, quantity=Decimal(3)))

    assert [(line.rule.value, str(line.quantity), str(line.amount)) for line in quote.lines] == [
        ("hourly", "2.0000", "120.00"),
        ("each", "3", "150.00"),
    ]
    assert [(share.account.code, str(share.amount)) for share in quote.shares] == [
        ("A-1", "162.00"),
        ("A-2", "108.00"),
    ]
    assert (Charge.objects.count(), Posting.objects.count()) == (0, 0)


def test_what_is_priced_by_time_needs_one(lab) -> None:
    with pytest.raises(Refusal) as refusal:
        domain.quote(lab.project, [Item(lab.laser)])

    assert codes(refusal) == ["no_time"]


def test_a_price_that_is_missing_is_named(lab) -> None:
    """L45: billing stops with a named gap, never with nothing."""
    with pytest.raises(Refusal) as refusal:
        domain.quote(
            lab.project, [lab.item(assisted=True), lab.item(), lab.item(user_class="large")]
        )

    assert [(one.code, one.numbers["user_class"], one.numbers["assisted"]) for one in refusal.value.problems] == [
        ("no_rate", "sme", True),
        ("no_rate", "large", False),
    ]  # fmt: skip


def test_a_charge_is_divided_to_the_cent(lab, only_rate) -> None:
    only_rate("33.33")

    charge = lab.charge()

    assert (str(charge.total), postings(charge)) == (
        "33.33",
        [("A-1", "20.00"), ("A-2", "13.33")],
    )
    assert [str(line.unit_price) for line in ChargeLine.objects.filter(item__charge=charge)] == ["33.3300"]  # fmt: skip


def test_a_reference_is_charged_once(lab) -> None:
    lab.charge()

    with pytest.raises(Refusal) as refusal:
        lab.charge()

    assert (codes(refusal), Charge.objects.count()) == (["charged"], 1)


def test_charging_closes_the_commitment(lab) -> None:
    commitment = lab.commit()

    charge = domain.charge(commitment, Reference("booking", "1"), [lab.item(9, 9.5)], by=lab.member)

    commitment.refresh_from_db()
    assert (commitment.state, str(charge.total)) == ("charged", "30.00")
    with pytest.raises(Refusal) as refusal:
        domain.charge(commitment, Reference("booking", "2"), [lab.item()], by=lab.member)
    assert codes(refusal) == ["commitment_closed"]


def test_voiding_keeps_the_charge_and_frees_the_reference(lab) -> None:
    charge = lab.charge()

    voided = domain.void_charge(charge, "Registrato due volte", by=lab.accountant)
    again = lab.charge()

    assert (voided.voided_why, again.pk != voided.pk) == ("Registrato due volte", True)
    assert queries.standing_charge(Reference("booking", "1")) == again
    with pytest.raises(Refusal) as refusal:
        domain.void_charge(charge, "Ancora", by=lab.accountant)
    assert codes(refusal) == ["voided"]


def test_voiding_needs_a_reason(lab) -> None:
    charge = lab.charge()

    with pytest.raises(Refusal) as refusal:
        domain.void_charge(charge, "  ", by=lab.accountant)

    assert codes(refusal) == ["required"]


@pytest.mark.parametrize("model", [Charge, ChargeItem, ChargeLine, Posting])
def test_the_database_changes_and_deletes_no_charge(lab, model) -> None:
    lab.charge()
    amount = "total" if model is Charge else "amount"

    for act in (
        lambda: model.objects.update(**{amount: Decimal(1)}),
        lambda: model.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()

    assert model.objects.filter(**{amount: Decimal(1)}).count() == 0
    assert model.objects.count() >= 1


def test_a_voided_charge_is_not_brought_back(lab) -> None:
    charge = domain.void_charge(lab.charge(), "Errore", by=lab.accountant)

    with pytest.raises(DatabaseError), transaction.atomic():
        Charge.objects.filter(pk=charge.pk).update(voided=None, voided_why="")


def test_who_may_not_charge_a_project_is_refused(lab, user_with) -> None:
    other = Organisation.objects.create(name="Beta Prova srl", kind="company")
    stranger = user_with(Role.COMPANY_MEMBER, other)

    with pytest.raises(PermissionDenied):
        domain.charge(lab.project, Reference("booking", "1"), [lab.item()], by=stranger)
    with pytest.raises(PermissionDenied):
        domain.commit(lab.project, Reference("booking", "1"), lab.quote(), by=stranger)
    with pytest.raises(PermissionDenied):
        domain.void_charge(lab.charge(), "No", by=lab.member)


def test_a_use_that_happened_is_recorded_beyond_the_end_of_its_project(lab) -> None:
    lab.project.valid_until = lab.day.replace(day=1)
    lab.project.save()

    with pytest.raises(Refusal) as refusal:
        lab.charge()
    charge = lab.charge(beyond=True)

    assert (codes(refusal), charge.beyond) == (["project_ends_before"], True)


def test_modes_bill_what_was_used(lab, only_rate) -> None:
    """L51 through the stored rate."""
    only_rate(mode="usage")
    used = ((lab.at(9.25), lab.at(9.75)),)

    charge = lab.charge("1", lab.item(9, 10, used=used))

    assert str(charge.total) == "30.00"


def test_late_cancellation_is_charged_and_early_is_free(lab, only_rate) -> None:
    """L54: free until an hour before, then 1.23 €."""
    only_rate(mode="usage", free_minutes=60, cancellation_fee=Decimal("1.23"))
    early, late = lab.commit("1"), lab.commit("2")

    free = domain.settle_cancellation(early, [lab.item(cancelled=lab.at(6))], by=lab.member)
    paid = domain.settle_cancellation(late, [lab.item(cancelled=lab.at(8.5))], by=lab.member)

    early.refresh_from_db()
    assert (free, early.state, str(paid.total)) == (None, "released", "1.23")


def test_a_booking_never_used_costs_what_late_cancellation_does(lab, only_rate) -> None:
    only_rate(mode="usage", free_minutes=60, cancellation_full=True)

    charge = lab.charge("1", lab.item(used=()))

    assert str(charge.total) == "60.00"


def test_a_day_is_paid_once(lab, only_rate) -> None:
    """L49 through stored charges."""
    only_rate(basis="daily")
    person = lab.member.person

    first = lab.charge("1", lab.item(9, 10), person=person)
    second = lab.charge("2", lab.item(15, 16), person=person)
    other = lab.charge("3", lab.item(15, 16), person=lab.accountant.person, beyond=True)

    assert [str(one.total) for one in (first, second, other)] == ["60.00", "0.00", "60.00"]


def test_tiers_count_the_hours_of_the_month(lab) -> None:
    prices = domain.record_price_list("A scaglioni", lab.day.replace(day=2), by=lab.accountant)
    rate = domain.record_rate(prices, lab.laser, "sme", Decimal(60), by=lab.accountant)
    domain.add_tier(rate, Decimal(2), Decimal(30), by=lab.accountant)
    domain.publish_price_list(prices, by=lab.accountant)

    totals = [str(lab.charge(str(n), lab.item(n, n + 1)).total) for n in (8, 9, 10)]

    assert totals == ["60.00", "60.00", "30.00"]
