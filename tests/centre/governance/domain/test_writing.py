"""What the verbs refuse, with every problem and its code."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from fucina.centre.governance import domain
from fucina.centre.governance.domain.amounts import cents
from fucina.centre.people.enums import Role
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Refusal


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("exact", "written"), [("0.005", "0.01"), ("2.675", "2.68"), ("1.004", "1.00")]
)
def test_cents_are_rounded_half_up(exact: str, written: str) -> None:
    assert cents(Decimal(exact)) == Decimal(written)


def test_only_the_director_records(consortium, user_with) -> None:
    representative = user_with(Role.PARTNER_REPRESENTATIVE, consortium.alfa.organisation)
    day = dt.date(2024, 1, 1)

    attempts = [
        lambda by: domain.record_agreement("A", "other", day, "B", by=by),
        lambda by: domain.change_agreement(consortium.public, by=by, title="A"),
        lambda by: domain.add_party(consortium.public, consortium.body, "promoter", by=by),
        lambda by: domain.leave(consortium.alfa, day, by=by),
        lambda by: domain.record_obligation(consortium.public, "A", "do", by=by),
        lambda by: domain.settle_obligation(
            consortium.private.obligations.get(), "lapsed", day, by=by
        ),
        lambda by: domain.attach_document(consortium.public, "A", "text", by=by, address="https://a.example"),
        lambda by: domain.promise_contribution(consortium.alfa, "cash", "other", "A", Decimal(1), by=by),
        lambda by: domain.record_given(consortium.cash, day, Decimal(1), by=by),
        lambda by: domain.strike_given(consortium.cash.receipts.get(), "A", by=by),
        lambda by: domain.publish_document(consortium.evidence, public=True, by=by),
        lambda by: domain.release_promise(consortium.cash, day, "A", by=by),
        lambda by: domain.record_quota(consortium.private, consortium.body, consortium.gamma.organisation, by=by, valid_from=day, share=Decimal(1)),
        lambda by: domain.end_quota(consortium.quota, day, by=by),
    ]  # fmt: skip
    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt(representative)


def test_the_accountant_records_what_came_in(consortium, user_with) -> None:
    accountant = user_with(Role.ACCOUNTANT)

    given = domain.record_given(
        consortium.cash, dt.date(2025, 7, 1), Decimal("666000"), by=accountant
    )

    assert given.amount == Decimal("666000.00")


def test_given_beyond_the_promise_is_refused_with_what_is_left(consortium, director) -> None:
    with pytest.raises(Refusal) as refusal:
        domain.record_given(
            consortium.cash, today() + dt.timedelta(1), Decimal("666000.01"), by=director
        )

    assert codes(refusal) == [("beyond_promise", "amount"), ("future", "given_on")]
    assert refusal.value.problems[0].numbers == {"left": Decimal("666000.00")}


def test_nothing_is_given_after_the_release(consortium, director) -> None:
    domain.release_promise(consortium.cash, today(), "Recesso approvato", by=director)

    with pytest.raises(Refusal) as refusal:
        domain.record_given(consortium.cash, today(), Decimal(1), by=director)

    assert codes(refusal) == [("released", "")]


@pytest.mark.parametrize(("form", "valuation"), [("in_kind", ""), ("cash", "market")])
def test_in_kind_is_valued_and_cash_is_not(consortium, director, form, valuation) -> None:
    with pytest.raises(Refusal):
        domain.promise_contribution(
            consortium.alfa, form, "other", "Cosa", Decimal(1), by=director, valuation=valuation
        )


def test_an_organisation_is_a_party_once_at_a_time(consortium, director) -> None:
    with pytest.raises(Refusal) as refusal:
        domain.add_party(consortium.private, consortium.alfa.organisation, "funder", by=director)

    assert codes(refusal) == [("overlap", "")]


def test_a_party_may_join_again_after_it_left(consortium, director) -> None:
    domain.leave(consortium.alfa, dt.date(2025, 1, 31), by=director)

    again = domain.add_party(
        consortium.private, consortium.alfa.organisation, "funder", by=director,
        valid_from=dt.date(2025, 2, 1),
    )  # fmt: skip

    assert again.holds


def test_a_fulfilled_obligation_needs_a_document_of_its_agreement(consortium, director) -> None:
    obligation = consortium.public.obligations.get()

    with pytest.raises(Refusal) as without:
        domain.settle_obligation(obligation, "done", today() + dt.timedelta(1), by=director)
    with pytest.raises(Refusal) as foreign:
        domain.settle_obligation(
            obligation, "done", today(), by=director, evidence=consortium.evidence
        )

    assert codes(without) == [("future", "settled_on"), ("no_evidence", "evidence")]
    assert codes(foreign) == [("other_agreement", "evidence")]


def test_an_obligation_is_settled_once(consortium, director) -> None:
    obligation = consortium.public.obligations.get()
    domain.settle_obligation(obligation, "done", today(), by=director, evidence=consortium.paper)

    with pytest.raises(Refusal) as refusal:
        domain.settle_obligation(obligation, "lapsed", today(), by=director)

    assert codes(refusal) == [("settled", "")]


def test_quotas_beyond_the_whole_are_refused_with_what_is_left(consortium, director) -> None:
    with pytest.raises(Refusal) as refusal:
        domain.record_quota(
            consortium.private, consortium.body, consortium.gamma.organisation, by=director,
            valid_from=dt.date(2023, 1, 1), share=Decimal("8.5001"),
        )  # fmt: skip

    assert codes(refusal) == [("beyond_whole", "share")]
    assert refusal.value.problems[0].numbers == {"taken": Decimal("91.5"), "left": Decimal("8.5")}


def test_a_quota_that_ended_leaves_room(consortium, director) -> None:
    domain.end_quota(consortium.quota, dt.date(2025, 12, 31), by=director)

    quota = domain.record_quota(
        consortium.private, consortium.body, consortium.gamma.organisation, by=director,
        valid_from=dt.date(2026, 1, 1), share=Decimal(70),
    )  # fmt: skip

    assert quota.holds
