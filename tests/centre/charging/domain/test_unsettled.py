"""A use that took place and could not be charged waits for the accountant, with all that its price needs."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.utils.translation import override

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Reference, queries
from fucina.centre.charging.models import Commitment, Unsettled, UnsettledItem
from fucina.centre.mail.models import Message
from fucina.centre.refusal import Refusal


@pytest.fixture
def course_missing(lab) -> Unsettled:
    """Two hours of the laser, set aside while it had a price, which then went."""
    commitment = lab.commit("7", lab.item(9, 11))
    used = (lab.at(9), lab.at(10.5))
    return domain.keep_unsettled(commitment, [lab.item(9, 11, used=(used,))], "no_rate")


def test_it_is_charged_as_it_was_used(lab, course_missing) -> None:
    charge = domain.charge_unsettled(course_missing, by=lab.accountant)
    course_missing.refresh_from_db()

    assert (charge.reference_kind, charge.reference_key) == ("booking", "7")
    assert charge.total == Decimal(120)  # by the time booked, which this price asks for
    assert charge.items.get().used == [[lab.at(9).isoformat(), lab.at(10.5).isoformat()]]
    assert course_missing.settled_by == lab.accountant
    assert Commitment.objects.get().state == "charged"
    assert not queries.visible_unsettled(lab.accountant).exists()


def test_it_is_released_with_a_reason(lab, course_missing) -> None:
    with pytest.raises(Refusal) as silent:
        domain.release_unsettled(course_missing, "  ", by=lab.accountant)
    domain.release_unsettled(course_missing, "Guasto del contatore", by=lab.accountant)
    with pytest.raises(Refusal) as twice:
        domain.charge_unsettled(course_missing, by=lab.accountant)

    assert [one.code for one in (*silent.value.problems, *twice.value.problems)] == ["required", "settled"]  # fmt: skip
    assert Commitment.objects.get().state == "released"
    assert Unsettled.objects.get().released_why == "Guasto del contatore"


def test_without_a_price_it_goes_on_waiting(lab, course_missing) -> None:
    early = domain.record_project(
        lab.firm, "Vecchio", dt.date(2020, 1, 1), {lab.first: Decimal(100)}, by=lab.accountant, user_class="student",
    )  # fmt: skip
    free = lab.quote()
    commitment = domain.commit(early, Reference("booking", "8"), free, by=lab.member)
    kept = domain.keep_unsettled(commitment, [lab.item()], "no_rate")

    with pytest.raises(Refusal) as refusal:
        domain.charge_unsettled(kept, by=lab.accountant)

    kept.refresh_from_db()
    assert [one.code for one in refusal.value.problems] == ["no_rate"]
    assert (kept.settled, kept.commitment.state) == (None, "open")


def test_the_first_answer_stays_and_the_database_keeps_it(lab, course_missing) -> None:
    again = domain.keep_unsettled(course_missing.commitment, [lab.item()], "not_allowed")

    assert (again.pk, again.why, again.items.count()) == (course_missing.pk, "no_rate", 1)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Unsettled.objects.update(why="other")
    with pytest.raises(ProgrammingError), transaction.atomic():
        UnsettledItem.objects.all().delete()


def test_only_who_keeps_the_accounts_settles(lab, course_missing) -> None:
    with pytest.raises(PermissionDenied):
        domain.charge_unsettled(course_missing, by=lab.member)
    with pytest.raises(PermissionDenied):
        domain.release_unsettled(course_missing, "No", by=lab.member)

    assert not queries.visible_unsettled(lab.member).exists()
    assert [one.url for one in queries.waiting_for(lab.accountant)] == ["/it/charges/unsettled/"]


def test_pages_charge_and_release(lab, course_missing, sign_in) -> None:
    client = sign_in(lab.accountant)

    listed = client.get("/it/charges/unsettled/")
    asked = client.get(f"/it/charges/unsettled/{course_missing.pk}/charge/")
    refused = client.post(f"/it/charges/unsettled/{course_missing.pk}/release/", {"why": ""})
    done = client.post(f"/it/charges/unsettled/{course_missing.pk}/charge/")
    gone = client.get(f"/it/charges/unsettled/{course_missing.pk}/charge/")

    assert [one.status_code for one in (listed, asked, refused, done, gone)] == [200, 200, 200, 302, 404]  # fmt: skip
    assert "Mancava un prezzo" in listed.content.decode()
    assert Commitment.objects.get().state == "charged"


@pytest.mark.parametrize(
    ("accepted", "subject"),
    [(True, "Il tuo addebito è stato corretto"), (False, "Il tuo addebito non è stato corretto")],
)
def test_who_asked_for_a_correction_is_told(lab, accepted, subject) -> None:
    charge = lab.charge("1", lab.item(9, 11))
    asked = domain.request_adjustment(charge, "waive", "Macchina ferma", by=lab.member)

    with override("it"):
        if accepted:
            domain.accept_adjustment(asked, by=lab.accountant, answer="Verificato")
        else:
            domain.decline_adjustment(asked, "La macchina ha lavorato", by=lab.accountant)

    letter = Message.objects.get()
    assert (letter.to, letter.subject) == (lab.member.person.email, subject)
    assert ("sono addebitati 0,00 €" in letter.text) is accepted
    assert ("La macchina ha lavorato" in letter.text) is not accepted
