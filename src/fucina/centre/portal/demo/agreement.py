"""An invented agreement between invented partners, so that contributions and quotas can be seen at work.

The real protocol is recorded beside it as its public text has it, and nothing more.
"""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from fucina.centre.governance.domain.add_party import add_party
from fucina.centre.governance.domain.promise_contribution import promise_contribution
from fucina.centre.governance.domain.record_agreement import record_agreement
from fucina.centre.governance.domain.record_founding_protocol import record_founding_protocol
from fucina.centre.governance.domain.record_given import record_given
from fucina.centre.governance.domain.record_quota import record_quota
from fucina.centre.people.domain import record_institution
from fucina.centre.people.models import Organisation, User
from fucina.centre.portal.demo.cast import CENTRE, PARTNER, UNIVERSITY

PARTNERS = (
    (PARTNER, "Fondazione Lanterna d’Esempio", "Lanterna Example Foundation", "foundation"),
    (UNIVERSITY, "Ateneo Immaginario del Nord-Ovest", "Imaginary University of the North-West", "university"),
    ("consorzio-esempio", "Consorzio Imprese d’Esempio", "Example Firms’ Consortium", "business"),
)  # fmt: skip
QUOTAS = (40, 35, 25)
"""In per cent of the centre's fund."""
YEARLY = (Decimal(400_000), Decimal(150_000), Decimal(250_000))
"""In euro; the second in kind."""


def record_demo_agreement(*, by: User) -> None:
    record_founding_protocol()
    partners = [record_institution(*told) for told in PARTNERS]
    early, late = last_instalments(timezone.localdate())
    signed = dt.date(early.year - 1, 3, 2)
    agreement = record_agreement(
        by=by,
        title="Accordo di programma dimostrativo (inventato)",
        title_en="Demonstration programme agreement (invented)",
        kind="programme",
        signed_on=signed,
        valid_from=signed,
        object="Tre partner inventati finanziano il primo avvio del centro della dimostrazione.",
        object_en="Three invented partners fund the start of the demonstration’s centre.",
    )
    centre = Organisation.objects.get(key=CENTRE)
    for partner, quota, amount in zip(partners, QUOTAS, YEARLY, strict=True):
        party = add_party(agreement, partner, "funder", by=by)
        in_kind = partner.key == UNIVERSITY
        for due in (early, late):
            promise = promise_contribution(
                party,
                by=by,
                form="in_kind" if in_kind else "cash",
                purpose="running",
                what="Ore di ricercatori" if in_kind else "Contributo annuo",
                amount=amount / 2,
                valuation="market" if in_kind else "",
                due=due,
            )
            if due != late or partner.key != PARTNER:  # one instalment is left owing, to be seen
                record_given(promise, by=by, given_on=due, amount=promise.amount)
        record_quota(
            agreement, centre, partner, by=by, share=Decimal(quota), valid_from=agreement.valid_from
        )


def last_instalments(today: dt.date) -> tuple[dt.date, dt.date]:
    """The last two of the days, the end of March and of September, on which instalments fell due."""
    days = [
        day
        for year in (today.year - 1, today.year)
        for day in (dt.date(year, 3, 31), dt.date(year, 9, 30))
        if day <= today
    ]
    early, late = days[-2:]
    return early, late
