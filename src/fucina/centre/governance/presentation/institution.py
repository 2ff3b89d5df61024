"""A partner representative's own page: what their institution signed, promised, gave and owes."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.domain.queries import visible_documents, visible_quotas
from fucina.centre.governance.enums import UNSETTLED
from fucina.centre.governance.models import Obligation, Party, Quota
from fucina.centre.governance.presentation.agreement import document_row, obligation_row
from fucina.centre.governance.presentation.contributions import (
    Side,
    columns,
    promises,
    rows,
    sides,
)
from fucina.centre.governance.presentation.states import agreement_state
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import day, percent, period
from fucina.centre.governance.rules import represented_by
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation
from fucina.centre.people.models.period import today

type Item = dict[str, Any]

NEXT = 6


@dataclass(frozen=True)
class Institution:
    organisation: Organisation
    next: list[Item]
    agreements: Table
    obligations: Table
    sides: list[Side]
    contributions: Table
    quotas: Table
    documents: Table
    people: Table


def institutions(user: Any) -> list[Institution]:
    """Almost always one."""
    found = Organisation.objects.filter(pk__in=represented_by(user))
    return [_institution(user, organisation) for organisation in found]


def _institution(user: Any, organisation: Organisation) -> Institution:
    parties = list(Party.objects.filter(organisation=organisation).select_related("agreement"))
    obligations = list(_obligations(parties))
    contributions = list(promises(user).filter(party__organisation=organisation).order_by("due"))
    documents = list(
        visible_documents(user).filter(agreement__in=[p.agreement_id for p in parties])
    )
    return Institution(
        organisation=organisation,
        next=_next(obligations, contributions),
        agreements=_agreements(parties),
        obligations=_owed(obligations, {document.pk: document for document in documents}),
        sides=sides(contributions),
        contributions=Table(_("Contributions, one instalment a row"), columns(), rows(contributions)),
        quotas=_quotas(user, organisation),
        documents=_documents(documents),
        people=_people(organisation),
    )  # fmt: skip


def _obligations(parties: list[Party]) -> Any:
    today_in = [party.agreement_id for party in parties if party.holds]
    return Obligation.objects.filter(
        Q(party__in=parties) | Q(party=None, agreement__in=today_in)
    ).select_related("party__organisation", "agreement")


def _next(obligations: list[Obligation], contributions: list[Any]) -> list[Item]:
    """What has a day and is not done, the earliest first."""
    owed = [
        (obligation.due, str(obligation), obligation.agreement.get_absolute_url())
        for obligation in obligations
        if obligation.due and obligation.state in UNSETTLED
    ]
    owed += [
        (promise.due, promise.what, promise.get_absolute_url())
        for promise in contributions
        if promise.due and promise.outstanding
    ]
    return [
        {
            "when": day(due),
            "datetime": due.isoformat(),
            "title": title,
            "url": url,
            "text": _("overdue") if due < today() else "",
            "state": "planned",
        }
        for due, title, url in sorted(owed)[:NEXT]
    ]


def _agreements(parties: list[Party]) -> Table:
    heads = [
        text_column(pgettext("governance", "Agreement")),
        text_column(_("Role")),
        text_column(_("From – until")),
        text_column(_("State")),
    ]
    found = [
        {
            "cells": [
                _agreement(party),
                {"text": str(party.get_role_display()), "note": party.said_task},
                period(party.valid_from, party.valid_until),
                agreement_state(party.agreement),
            ]
        }
        for party in sorted(parties, key=lambda p: p.agreement.signed_on, reverse=True)
    ]
    return Table(_("Agreements signed"), heads, found)


def _agreement(party: Party) -> Item:
    """Once a party has left, only a public agreement still opens."""
    named: Item = {"text": str(party.agreement)}
    if party.holds or party.agreement.public:
        named["url"] = party.agreement.get_absolute_url()
    return named


def _owed(obligations: list[Obligation], documents: dict[int, Any]) -> Table:
    heads = [
        text_column(_("Obligation")),
        text_column(_("Owed by")),
        text_column(_("Due")),
        text_column(_("State")),
        text_column(_("Source")),
    ]
    found = [obligation_row(obligation, documents, set()) for obligation in obligations]
    return Table(_("Obligations"), heads, found)


def _quotas(user: Any, organisation: Organisation) -> Table:
    """Its own, and what each weighs among the others when the body votes."""
    held = visible_quotas(user).filter(member=organisation).on().select_related("body")
    heads = [
        text_column(_("Body")),
        number_column(_("Quota")),
        number_column(_("Voting weight")),
        number_column(_("Seats on the board")),
        text_column(_("Since")),
    ]
    return Table(_("Quotas and voting weight"), heads, [_quota(quota) for quota in held])


def _quota(quota: Quota) -> Item:
    return {
        "cells": [
            str(quota.body),
            percent(quota.share),
            percent(quota.weight),
            str(quota.seats) if quota.seats is not None else "–",
            day(quota.valid_from),
        ]
    }


def _documents(documents: list[Any]) -> Table:
    heads = [
        text_column(_("Document")),
        text_column(_("Kind")),
        text_column(_("Date")),
        text_column(_("Language")),
        text_column(_("File")),
    ]
    return Table(_("Documents"), heads, [document_row(document) for document in documents])


def _people(organisation: Organisation) -> Table:
    memberships = (
        Membership.objects.on()
        .filter(organisation=organisation, role=Role.PARTNER_REPRESENTATIVE)
        .select_related("person")
    )
    heads = [text_column(_("Person")), text_column(_("E-mail")), text_column(_("Since"))]
    found = [
        {"cells": [str(one.person), one.person.email or "–", day(one.valid_from)]}
        for one in memberships
    ]
    return Table(_("Who represents it"), heads, found)
