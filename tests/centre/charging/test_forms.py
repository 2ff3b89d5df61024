"""What people type: kept when it is refused, written when it is right."""

from decimal import Decimal

import pytest
from django.urls import reverse

from fucina.centre.charging import domain
from fucina.centre.charging.models import (
    Adjustment,
    Chargeable,
    PayerAccount,
    PriceList,
    Project,
    Rate,
)


@pytest.fixture
def send(lab, sign_in):
    def post(name: str, data: dict, user=None, **numbers: int):
        client = sign_in(user or lab.accountant)
        return client.post(reverse(f"charging:{name}", kwargs=numbers), data)

    return post


def test_from_a_draft_to_a_published_list(lab, send) -> None:
    send("record_price_list", {"name": "Listino 2027", "valid_from": "01/01/2027"})
    prices = PriceList.objects.get(name="Listino 2027")
    rate = {
        "chargeable": lab.laser.pk, "user_class": "sme", "basis": "hourly", "amount": "65,50",
        "counted_per": "month", "mode": "reservation", "rounding": "exact", "once": "project",
        "minimum": "30",
    }  # fmt: skip
    send("add_rate", rate, price_list=prices.pk)
    added = Rate.objects.get(price_list=prices)
    window = {
        "name": "Sera",
        "days": ["0", "1"],
        "since": "18:00",
        "until": "23:00",
        "percent": "20",
    }
    priced = {"percent": "", "basis": "hourly", "amount": "40", "fee": "5", "minimum": "12,50"}
    both = send("add_window", window | priced | {"percent": "20"}, rate=added.pk)
    send("add_window", window, rate=added.pk)
    send("add_window", window | priced | {"name": "Fine settimana", "days": ["5"]}, rate=added.pk)
    send("add_tier", {"after": "10", "amount": "50"}, rate=added.pk)
    send("change_rate", rate | {"amount": "66"}, rate=added.pk)
    answer = send("publish_price_list", {}, price_list=prices.pk)

    added.refresh_from_db()
    old = Rate.objects.get(price_list=lab.prices, chargeable=lab.laser)
    assert (answer.status_code, added.published, added.amount, added.minimum) == (302, True, 66, 30)
    assert (both.status_code, added.windows.count(), added.tiers.count()) == (200, 2, 1)
    assert added.windows.values_list("fee", "minimum").get(name="Fine settimana") == (
        Decimal(5),
        Decimal("12.50"),
    )
    assert [str(day) for day in (old.valid_until, added.valid_from)] == ["2026-12-31", "2027-01-01"]


def test_a_list_that_is_published_is_copied_not_changed(lab, send) -> None:
    changed = send("change_price_list", {"name": "X", "valid_from": "01/01/2027"}, price_list=lab.prices.pk)  # fmt: skip
    send("copy_price_list", {"name": "Copia", "valid_from": "01/01/2027", "percent": "10"}, price_list=lab.prices.pk)  # fmt: skip

    copy = PriceList.objects.get(name="Copia")
    assert (changed.status_code, copy.published) == (200, None)
    assert sorted(str(rate.amount) for rate in copy.rates.all()) == ["55.00", "66.00"]


def test_windows_that_overlap_are_refused_and_kept(lab, send) -> None:
    prices = domain.record_price_list("Bozza", lab.day, by=lab.accountant)
    rate = domain.record_rate(prices, lab.laser, "sme", Decimal(70), by=lab.accountant)
    window = {"name": "Notte", "days": ["0"], "since": "22:00", "until": "06:00", "amount": "10", "basis": "hourly"}  # fmt: skip
    send("add_window", window, rate=rate.pk)

    answer = send("add_window", window | {"name": "Alba", "days": ["1"], "since": "05:00", "until": "07:00"}, rate=rate.pk)  # fmt: skip

    assert (answer.status_code, rate.windows.count(), 'value="Alba"' in answer.content.decode()) == (200, 1, True)  # fmt: skip


def project_data(lab, **shares: str) -> dict:
    return {
        "organisation": "Alfa", "organisation-value": lab.firm.pk, "name": "Nuovo",
        "valid_from": "01/01/2026", "active": "on", "user_class": "sme",
        "account_1": lab.first.pk, "account_2": lab.second.pk, **shares,
    }  # fmt: skip


def test_shares_that_do_not_come_to_the_whole_are_refused(lab, send) -> None:
    answer = send("record_project", project_data(lab, percent_1="60", percent_2="39,99"))

    body = answer.content.decode()
    assert (answer.status_code, Project.objects.count()) == (200, 1)
    assert "99.99" in body or "99,99" in body


def test_a_project_is_recorded_and_its_shares_change(lab, send) -> None:
    send("record_project", project_data(lab, percent_1="33,33", percent_2="66,67"))
    project = Project.objects.get(name="Nuovo")
    before = [str(share.percent) for share in project.shares.order_by("account")]
    data = project_data(lab, percent_1="100") | {"account_2": "", "chargeables": [lab.laser.pk], "people": [lab.member.person.pk]}  # fmt: skip

    send("change_project", data, project=project.pk)

    assert (before, [str(share.percent) for share in project.shares.all()]) == (["33.33", "66.67"], ["100.00"])  # fmt: skip
    assert [project.limits.get().chargeable, project.people.get().person] == [lab.laser, lab.member.person]  # fmt: skip


def test_an_account_is_recorded_and_changed(lab, send) -> None:
    data = {
        "organisation": "Alfa", "organisation-value": lab.firm.pk, "code": "B-1", "name": "Ordine",
        "valid_from": "01/01/2026", "active": "on", "cap": "1.000,50", "cap_per": "month",
        "beyond_prepayment": "split", "kinds": ["machine", "training"],
    }  # fmt: skip
    send("record_account", data)
    account = PayerAccount.objects.get(code="B-1")
    first = [str(account.cap), account.cap_per, account.kinds]

    send("change_account", data | {"cap": "", "kinds": []}, account=account.pk)
    send("record_prepayment", {"amount": "200", "valid_from": "01/01/2026"}, account=account.pk)

    account.refresh_from_db()
    assert (first, account.cap, account.kinds, account.prepayments.count()) == (
        ["1000.50", "month", ["machine", "training"]], None, [], 1,
    )  # fmt: skip


def test_an_item_is_recorded_once(lab, send) -> None:
    data = {"key": "polvere", "kind": "consumable", "name": "Polvere Ti-6Al-4V"}

    for name in ("Polvere", "Polvere Ti-6Al-4V"):
        send("record_chargeable", data | {"name": name})

    assert [one.name for one in Chargeable.objects.filter(key="polvere")] == ["Polvere Ti-6Al-4V"]


def test_a_correction_from_request_to_decision(lab, send) -> None:
    charge = lab.charge("1", lab.item(9, 11))
    data = {
        "kind": "time", "why": "Finito prima", "starts_0": "12/01/2026", "starts_1": "09:00",
        "ends_0": "12/01/2026", "ends_1": "10:00", "item": charge.items.get().pk,
    }  # fmt: skip
    send("request_adjustment", data, user=lab.member, charge=charge.pk)
    request = Adjustment.objects.get()

    refused = send("accept_adjustment", {}, user=lab.member, adjustment=request.pk)
    send("accept_adjustment", {"answer": "Corretto"}, adjustment=request.pk)

    request.refresh_from_db()
    assert (refused.status_code, str(request.result.total), request.answer) == (403, "60.00", "Corretto")  # fmt: skip


def test_a_charge_is_voided_with_a_reason(lab, send) -> None:
    charge = lab.charge()

    send("void_charge", {"why": ""}, charge=charge.pk)
    charge.refresh_from_db()
    before = charge.voided
    send("void_charge", {"why": "Doppione"}, charge=charge.pk)

    charge.refresh_from_db()
    assert (before, charge.voided_why) == (None, "Doppione")
