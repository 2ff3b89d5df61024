"""Caps and prepayments: commitments count, and nothing goes beyond."""

import datetime as dt
from decimal import Decimal

import pytest

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Item, Reference
from fucina.centre.charging.models import PayerAccount, Posting
from fucina.centre.mail.models import Message
from fucina.centre.refusal import Refusal


@pytest.fixture
def alone(lab):
    """The first account pays all."""
    lab.project.shares.all().delete()
    lab.project.shares.create(account=lab.first, percent=100)
    return lab.first


def cap(account: PayerAccount, amount: int, per: str = "year") -> None:
    PayerAccount.objects.filter(pk=account.pk).update(cap=amount, cap_per=per)


def refused(act) -> list[tuple[str, dict]]:
    with pytest.raises(Refusal) as refusal:
        act()
    return [
        (one.code, {name: str(value) for name, value in one.numbers.items()})
        for one in refusal.value.problems
    ]


def test_l55_a_cap_is_refused_before_the_fact(lab, alone, only_rate) -> None:
    """Cap 100, used 95, another 10."""
    only_rate("95")
    cap(alone, 100)
    lab.charge("1")
    ten = Item(lab.laser, lab.at(9), lab.at(9) + dt.timedelta(minutes=6, seconds=19))

    problems = refused(lambda: lab.charge("2", ten))

    numbers = {"cap": "100.00", "charged": "95.00", "committed": "0.00", "asked": "10.00", "left": "5.00"}  # fmt: skip
    assert problems == [("cap_exceeded", numbers)]


def test_l55_commitments_count(lab, alone) -> None:
    cap(alone, 100)
    lab.commit("1")

    committed = refused(lambda: lab.commit("2"))
    charged = refused(lambda: lab.charge("3"))

    numbers = {"cap": "100.00", "charged": "0.00", "committed": "60.00", "asked": "60.00", "left": "40.00"}  # fmt: skip
    assert (committed, charged) == ([("cap_exceeded", numbers)], [("cap_exceeded", numbers)])


def test_a_cap_of_a_month_begins_again(lab, alone) -> None:
    cap(alone, 100, "month")
    lab.charge("1")
    february = Item(lab.laser, lab.at(9, dt.date(2026, 2, 2)), lab.at(10, dt.date(2026, 2, 2)))

    assert str(lab.charge("2", february).total) == "60.00"


def test_a_cap_counts_only_the_accounts_own_part(lab) -> None:
    cap(lab.second, 30)

    assert refused(lambda: lab.charge("1", lab.item(9, 10.5)))[0][1]["asked"] == "36.00"
    assert str(lab.charge("2").total) == "60.00"


def test_recommitting_does_not_count_the_old_amount(lab, alone) -> None:
    cap(alone, 100)
    commitment = lab.commit("1")

    moved = domain.recommit(commitment, lab.quote(lab.item(9, 10.5)), by=lab.member)

    commitment.refresh_from_db()
    assert (commitment.state, moved.state, str(moved.total)) == ("replaced", "open", "90.00")


def test_a_released_commitment_leaves_room_and_twice_is_once(lab, alone) -> None:
    cap(alone, 100)
    commitment = lab.commit("1")

    domain.release(commitment, by=lab.member)
    domain.release(commitment, by=lab.member)

    assert str(lab.commit("2").total) == "60.00"


def test_a_charge_in_place_of_its_commitment_counts_once(lab, alone) -> None:
    cap(alone, 100)
    commitment = lab.commit("1")

    charge = domain.charge(commitment, Reference("booking", "1"), [lab.item(9, 10.5)], by=lab.member)  # fmt: skip

    assert str(charge.total) == "90.00"


def test_a_use_that_happened_is_recorded_and_marked(lab, alone) -> None:
    cap(alone, 50)

    charge = lab.charge(beyond=True)

    assert (charge.beyond, str(charge.total)) == (True, "60.00")


def test_l56_a_prepayment_pays_only_for_its_kinds(lab, alone) -> None:
    domain.record_prepayment(alone, Decimal(50), lab.day, by=lab.accountant, kinds=["machine"])

    problems = refused(lambda: lab.charge("1", Item(lab.course, lab.at(9), lab.at(10))))

    assert problems == [("prepayment_kind", {"kind": "training"})]


def test_l56_beyond_the_balance_is_refused(lab, alone) -> None:
    domain.record_prepayment(alone, Decimal(50), lab.day, by=lab.accountant, kinds=["machine"])

    assert refused(lambda: lab.charge("1")) == [
        ("prepayment_balance", {"balance": "50.00", "asked": "60.00"})
    ]


def test_l56_or_split_by_setting(lab, alone) -> None:
    domain.record_prepayment(alone, Decimal(50), lab.day, by=lab.accountant, kinds=["machine"])
    PayerAccount.objects.update(beyond_prepayment="split")

    charge = lab.charge("1")

    assert [(bool(one.prepayment), str(one.amount)) for one in charge.postings.all()] == [
        (True, "50.00"),
        (False, "10.00"),
    ]


def test_l56_voiding_restores_the_balance(lab, alone) -> None:
    domain.record_prepayment(alone, Decimal(60), lab.day, by=lab.accountant)
    charge = lab.charge("1")
    assert [code for code, _ in refused(lambda: lab.charge("2"))] == ["prepayment_balance"]

    domain.void_charge(charge, "Errore", by=lab.accountant)

    assert str(lab.charge("2").total) == "60.00"


def test_l56_a_low_balance_is_said_once(lab, alone, django_capture_on_commit_callbacks) -> None:
    domain.record_prepayment(
        alone, Decimal(200), lab.day, by=lab.accountant, low_balance=Decimal(100)
    )

    said = []
    for key in ("1", "2", "3"):
        lab.charge(key)
        said.append(Message.objects.count())

    assert said == [0, 1, 1]


def test_a_commitment_takes_of_a_prepayment(lab, alone) -> None:
    domain.record_prepayment(alone, Decimal(100), lab.day, by=lab.accountant)
    lab.commit("1")

    assert [code for code, _ in refused(lambda: lab.commit("2"))] == ["prepayment_balance"]


def test_parts_of_several_kinds_come_to_the_whole(lab, only_rate) -> None:
    only_rate("33.33")

    charge = lab.charge("1", lab.item(), Item(lab.course, lab.at(9), lab.at(10)))

    by_account = {
        code: sum(one.amount for one in Posting.objects.filter(account__code=code))
        for code in ("A-1", "A-2")
    }
    assert (str(charge.total), by_account) == (
        "83.33",
        {"A-1": Decimal("50.00"), "A-2": Decimal("33.33")},
    )
