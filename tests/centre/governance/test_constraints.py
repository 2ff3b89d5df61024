"""What the database forbids, whoever writes."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from fucina.centre.governance.models import GivenContribution, Obligation, Party, Quota


def broken_by(write: Any) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        write()
    return str(error.value.__cause__.diag.constraint_name)


def test_given_never_exceeds_the_promise(consortium) -> None:
    given = GivenContribution(
        promise=consortium.cash, given_on=dt.date(2026, 1, 1), amount=Decimal("666000.01")
    )

    assert broken_by(given.save) == "given_within_promise"


def test_a_promise_never_sinks_below_what_was_given(consortium) -> None:
    consortium.cash.amount = Decimal("110999.99")

    assert broken_by(consortium.cash.save) == "given_within_promise"


def test_quotas_never_exceed_the_whole(consortium) -> None:
    more = Quota(
        agreement=consortium.private, body=consortium.body, member=consortium.gamma.organisation,
        valid_from=dt.date(2020, 1, 1), share=Decimal("8.5001"),
    )  # fmt: skip

    assert broken_by(more.save) == "quotas_fit"


def test_votes_never_exceed_the_whole_either(consortium) -> None:
    more = Quota(
        agreement=consortium.private, body=consortium.body, member=consortium.gamma.organisation,
        valid_from=dt.date(2020, 1, 1), share=Decimal(1), votes=Decimal(9),
    )  # fmt: skip

    assert broken_by(more.save) == "quotas_fit"


def test_a_quota_that_grows_is_checked_too(consortium) -> None:
    consortium.quota.share = Decimal("70.01")

    assert broken_by(consortium.quota.save) == "quotas_fit"


def test_evidence_is_of_the_same_agreement(consortium) -> None:
    given = GivenContribution(
        promise=consortium.cash, given_on=dt.date(2026, 1, 1), amount=1, evidence=consortium.paper
    )

    assert broken_by(given.save) == "of_one_agreement"


def test_an_obligation_is_of_a_party_of_its_agreement(consortium) -> None:
    obligation = Obligation(
        agreement=consortium.private, party=consortium.gamma, text="A", kind="do"
    )

    assert broken_by(obligation.save) == "of_one_agreement"


def test_a_party_stays_with_its_agreement(consortium) -> None:
    with pytest.raises(DatabaseError, match="Cannot update rows"), transaction.atomic():
        Party.objects.filter(pk=consortium.alfa.pk).update(agreement=consortium.public)


def test_a_document_is_a_file_or_an_address(consortium) -> None:
    consortium.evidence.address = "https://prova.example"

    assert broken_by(consortium.evidence.save) == "document_is_a_file_or_an_address"
