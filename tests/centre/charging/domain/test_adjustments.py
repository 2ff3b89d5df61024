"""L58: a charge is corrected once, the original is kept, what is waived stays to be seen."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Item
from fucina.centre.charging.models import Charge
from fucina.centre.refusal import Refusal


@pytest.fixture
def charged(lab) -> Charge:
    return lab.charge("1", lab.item(9, 11))


def refused(act) -> list[tuple[str, str]]:
    with pytest.raises(Refusal) as refusal:
        act()
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def test_another_time(lab, charged) -> None:
    request = domain.request_adjustment(
        charged, "time", "Finito prima", by=lab.member, starts=lab.at(9), ends=lab.at(10)
    )

    result = domain.accept_adjustment(request, by=lab.accountant)

    charged.refresh_from_db()
    assert (str(charged.total), charged.voided_why, str(result.total), result.replaces) == (
        "120.00",
        "Finito prima",
        "60.00",
        charged,
    )


def test_another_project(lab, charged) -> None:
    other = domain.record_project(
        lab.firm, "Altro", lab.day.replace(day=1), {lab.second: Decimal(100)}, by=lab.accountant,
        user_class="sme",
    )  # fmt: skip
    request = domain.request_adjustment(
        charged, "project", "Progetto sbagliato", by=lab.member, project=other
    )

    result = domain.accept_adjustment(request, by=lab.accountant)

    assert (result.project, [str(one.amount) for one in result.postings.all()]) == (
        other,
        ["120.00"],
    )


def test_another_quantity(lab) -> None:
    charge = lab.charge("1", Item(lab.course, lab.at(9), lab.at(10), quantity=Decimal(5)))
    request = domain.request_adjustment(
        charge, "quantity", "Erano tre", by=lab.member, quantity=Decimal(3)
    )

    result = domain.accept_adjustment(request, by=lab.accountant)

    assert [str(charge.total), str(result.total)] == ["250.00", "150.00"]


def test_what_is_waived_stays_at_nothing(lab, charged) -> None:
    request = domain.request_adjustment(charged, "waive", "Macchina guasta", by=lab.member)

    result = domain.accept_adjustment(request, by=lab.accountant)

    lines = [line for item in result.items.all() for line in item.lines.all()]
    assert [(str(line.quantity), str(line.amount)) for line in lines] == [("2.0000", "0.00")]
    assert str(result.total) == "0.00"


def test_it_is_decided_once(lab, charged) -> None:
    request = domain.request_adjustment(charged, "waive", "Guasto", by=lab.member)
    domain.accept_adjustment(request, by=lab.accountant)

    assert refused(lambda: domain.accept_adjustment(request, by=lab.accountant)) == [("decided", "")]  # fmt: skip
    assert refused(lambda: domain.decline_adjustment(request, "No", by=lab.accountant)) == [("decided", "")]  # fmt: skip


def test_declined_the_charge_stands(lab, charged) -> None:
    request = domain.request_adjustment(charged, "waive", "Guasto", by=lab.member)

    declined = domain.decline_adjustment(request, "La macchina era in ordine", by=lab.accountant)

    charged.refresh_from_db()
    assert (declined.state, charged.voided) == ("declined", None)
    assert domain.request_adjustment(charged, "waive", "Di nuovo", by=lab.member).state == "open"


def test_one_request_waits_at_a_time(lab, charged) -> None:
    domain.request_adjustment(charged, "waive", "Guasto", by=lab.member)

    assert refused(
        lambda: domain.request_adjustment(charged, "waive", "Ancora", by=lab.member)
    ) == [("asked", "")]


def test_after_the_deadline_it_is_refused(lab, charged) -> None:
    request = domain.request_adjustment(charged, "waive", "Guasto", by=lab.member)
    old = lab.charge("2", at=timezone.now() - dt.timedelta(63))

    assert refused(lambda: domain.request_adjustment(old, "waive", "Tardi", by=lab.member)) == [
        ("too_late", "")
    ]
    assert request.state == "open"


@pytest.mark.parametrize(
    ("kind", "told", "problems"),
    [
        ("time", {}, [("required", "starts")]),
        ("quantity", {}, [("required", "quantity")]),
        ("project", {}, [("required", "project")]),
        ("waive", {"why": " "}, [("required", "why")]),
    ],
)
def test_what_is_missing_is_asked_for(lab, charged, kind, told, problems) -> None:
    told = {"why": "Perché"} | told

    assert refused(lambda: domain.request_adjustment(charged, kind, by=lab.member, **told)) == problems  # fmt: skip


def test_only_those_who_may_decide(lab, charged) -> None:
    request = domain.request_adjustment(charged, "waive", "Guasto", by=lab.member)

    with pytest.raises(PermissionDenied):
        domain.accept_adjustment(request, by=lab.member)
