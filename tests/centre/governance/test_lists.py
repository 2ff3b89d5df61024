"""However long a list, it asks the database the same few questions."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fucina.centre.governance import domain
from fucina.centre.governance.presentation.panel import organisation_panel
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation, User

MOST = 12
FRAME = 6
"""Queries of session, user and navigation, of which a list knows nothing."""


def lengthen(consortium: Any, director: User, rows: int) -> None:
    day = dt.date(2024, 3, 1)
    for number in range(rows):
        name = f"Delta {Organisation.objects.count()} srl"
        firm = Organisation.objects.create(name=name, kind="company")
        agreement = domain.record_agreement(
            f"Accordo {number}", "other", day, "Prova", by=director, predecessor=consortium.public
        )
        party = domain.add_party(agreement, firm, "promoter", by=director)
        joined = domain.add_party(consortium.private, firm, "promoter", by=director)
        domain.record_obligation(
            consortium.private, f"Fare {number}", "do", by=director, party=joined
        )
        domain.attach_document(
            consortium.private, f"Atto {number}", "text", by=director, address="https://a.example"
        )
        for one in (party, joined):
            promise = domain.promise_contribution(
                one, "cash", "other", "Rata", Decimal(10), by=director, due=day
            )
            domain.record_given(promise, day, Decimal(4), by=director)
        domain.record_quota(
            consortium.private, consortium.body, firm, by=director, valid_from=day, share=Decimal(1)
        )


@pytest.mark.parametrize("name", ["agreements", "agreement", "contributions", "quotas", "my_institution", "export_contributions"])  # fmt: skip
def test_a_list_asks_no_more_when_it_is_longer(
    consortium, director, user_with, sign_in, name
) -> None:
    representative = user_with(Role.PARTNER_REPRESENTATIVE, consortium.alfa.organisation)
    client = sign_in(representative if name == "my_institution" else director)
    kwargs: dict[str, Any] = {"agreement": {"agreement": consortium.private.pk}, "export_contributions": {"ending": "csv"}}.get(name, {})  # fmt: skip
    address = reverse(f"governance:{name}", kwargs=kwargs)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    lengthen(consortium, director, 1)
    asked()
    few = asked()
    lengthen(consortium, director, 3)
    many = asked()

    assert (many, few <= MOST + FRAME) == (few, True)


def test_the_panel_asks_little(consortium, director) -> None:
    with CaptureQueriesContext(connection) as queries:
        panel = organisation_panel(director, consortium.alfa.organisation)

    assert (panel is not None and panel.count, len(queries) <= 3) == (2, True)
