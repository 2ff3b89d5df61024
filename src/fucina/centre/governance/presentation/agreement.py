"""Everything recorded of an agreement that this person may see."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.domain.queries import visible_documents
from fucina.centre.governance.enums import UNSETTLED, PartyRole
from fucina.centre.governance.models import Agreement, Document, Obligation, Party
from fucina.centre.governance.presentation.states import agreement_state, obligation_state
from fucina.centre.governance.presentation.table import Table, text_column
from fucina.centre.governance.presentation.written import day, period
from fucina.centre.people.models.period import today

type Item = dict[str, Any]


@dataclass(frozen=True)
class AgreementPage:
    agreement: Agreement
    actions: list[Item]
    facts: list[Item]
    events: list[Item]
    parties: Table
    obligations: Table
    documents: Table
    publications: list[Item]
    links: list[Item]


def agreement_page(user: Any, agreement: Agreement) -> AgreementPage:
    parties = list(agreement.parties.select_related("organisation"))
    obligations = list(agreement.obligations.select_related("party__organisation"))
    documents = list(visible_documents(user).filter(agreement=agreement))
    may = {verb for verb in _VERBS if user.has_perm(f"governance.{verb}", agreement)}
    return AgreementPage(
        agreement=agreement,
        actions=_actions(agreement, may),
        facts=_facts(user, agreement),
        events=_events(agreement, parties, obligations),
        parties=_parties(user, parties, may),
        obligations=_obligations(obligations, documents, may),
        documents=_documents(documents),
        publications=_publications(documents) if "attach_document" in may else [],
        links=_links(agreement, may),
    )


_VERBS = (
    "record_agreement", "change_parties", "record_obligation", "attach_document",
    "promise_contribution", "record_quota", "view_contributions", "view_quotas",
)  # fmt: skip


def _actions(agreement: Agreement, may: set[str]) -> list[Item]:
    wanted = (
        ("record_agreement", pgettext("governance", "Change"), "change_agreement", "pencil"),
        ("change_parties", _("Add a party"), "add_party", "plus"),
        ("record_obligation", _("Record an obligation"), "record_obligation", "plus"),
        ("attach_document", _("Attach a document"), "attach_document", "upload"),
        ("promise_contribution", _("Record a promised contribution"), "promise_contribution", "euro"),
        ("record_quota", _("Record a quota"), "record_quota", "chart"),
    )  # fmt: skip
    return [
        {"label": label, "url": _url(name, agreement), "icon": icon, "kind": "secondary", "more": position > 0}
        for position, (verb, label, name, icon) in enumerate(wanted)
        if verb in may
    ]  # fmt: skip


def _links(agreement: Agreement, may: set[str]) -> list[Item]:
    query = f"?agreement={agreement.pk}"
    links = []
    if "view_contributions" in may:
        links.append(
            {
                "title": _("Contributions under this agreement"),
                "url": reverse("governance:contributions") + query,
                "icon": "euro",
                "text": _("What each party promised and gave, in cash and in kind."),
            }
        )
    if "view_quotas" in may:
        links.append(
            {
                "title": _("Quotas"),
                "url": reverse("governance:quotas"),
                "icon": "chart",
                "text": _("Who holds how much of each body, on any day."),
            }
        )
    return links


def _facts(user: Any, agreement: Agreement) -> list[Item]:
    facts: list[Item] = [
        {"term": _("Kind"), "text": str(agreement.get_kind_display())},
        {"term": _("Signed on"), "text": day(agreement.signed_on)},
        {"term": _("In force from"), "text": day(agreement.valid_from)},
        {"term": _("In force until"), **agreement_state(agreement), "text": _end(agreement)},
    ]
    before = agreement.predecessor
    if before and user.has_perm("governance.view_agreement", before):
        facts.append({"term": _("Follows"), "text": str(before), "url": before.get_absolute_url()})
    facts += [
        {"term": _("Followed by"), "text": str(after), "url": after.get_absolute_url()}
        for after in agreement.successors.all()
        if user.has_perm("governance.view_agreement", after)
    ]
    if agreement.source or agreement.source_address:
        text = agreement.source or agreement.source_address
        facts.append({"term": _("Source"), "text": text, "url": agreement.source_address})
    return facts


def _end(agreement: Agreement) -> str:
    return day(agreement.valid_until) if agreement.valid_until else ""


def _events(
    agreement: Agreement, parties: list[Party], obligations: list[Obligation]
) -> list[Item]:
    found = sorted(_happened(agreement, parties, obligations), key=lambda event: event[0])
    return [
        {
            "when": day(date),
            "datetime": date.isoformat(),
            "title": title,
            "text": text,
            "state": "done" if date <= today() else "planned",
        }
        for date, title, text in found
    ]


def _happened(
    agreement: Agreement, parties: list[Party], obligations: list[Obligation]
) -> Iterator[tuple[dt.date, str, str]]:
    first = [p for p in parties if p.valid_from <= max(agreement.valid_from, agreement.signed_on)]
    signed = [party for party in first if party.role != PartyRole.SUPPORTER]
    names = ", ".join(str(party.organisation) for party in signed)
    yield agreement.signed_on, _("Signed"), names
    if agreement.valid_from != agreement.signed_on:
        yield agreement.valid_from, _("Comes into force"), ""
    for party in parties:
        if party not in first:
            yield party.valid_from, _("{who} joins").format(who=party.organisation), ""
        if party.valid_until:
            yield party.valid_until, _("{who} leaves").format(who=party.organisation), ""
    for obligation in obligations:
        if obligation.settled_on:
            title = _("Obligation {state}").format(state=obligation.get_state_display())
            yield obligation.settled_on, title, str(obligation)
        elif obligation.due:
            yield obligation.due, _("Obligation due"), str(obligation)
    if agreement.valid_until:
        yield agreement.valid_until, _("Last day in force"), ""


def _parties(user: Any, parties: list[Party], may: set[str]) -> Table:
    columns = [text_column(_("Party")), text_column(_("Role")), text_column(_("From – until"))]
    if "change_parties" in may:
        columns.append(text_column(_("To do")))
    return Table(_("Parties"), columns, [_party(user, party, may) for party in parties])


def _party(user: Any, party: Party, may: set[str]) -> Item:
    name = {"text": str(party.organisation)}
    if user.has_perm("people.view_organisation", party.organisation):
        name |= {"url": party.organisation.get_absolute_url()}
    cells: list[Any] = [
        name,
        {"text": str(party.get_role_display()), "note": party.said_task},
        period(party.valid_from, party.valid_until),
    ]
    if "change_parties" in may:
        url = reverse("governance:leave", kwargs={"party": party.pk})
        cells.append("" if party.valid_until else {"text": _("It leaves"), "url": url})
    return {"cells": cells}


def _obligations(obligations: list[Obligation], documents: list[Document], may: set[str]) -> Table:
    columns = [
        text_column(_("Obligation")),
        text_column(_("Owed by")),
        text_column(_("Due")),
        text_column(_("State")),
        text_column(_("Source")),
    ]
    if "record_obligation" in may:
        columns.append(text_column(_("To do")))
    shown = {document.pk: document for document in documents}
    rows = [obligation_row(obligation, shown, may) for obligation in obligations]
    return Table(_("Obligations"), columns, rows)


def obligation_row(obligation: Obligation, documents: dict[int, Document], may: set[str]) -> Item:
    """``documents`` are those that the reader may see, by number."""
    state = obligation_state(obligation)
    evidence = documents.get(obligation.evidence_id or 0)
    if evidence:
        state |= {"text": str(evidence), "url": evidence.get_absolute_url()}
    if obligation.settled_on:
        state |= {"note": day(obligation.settled_on)}
    cells: list[Any] = [
        {"text": str(obligation), "note": str(obligation.get_kind_display())},
        str(obligation.party.organisation) if obligation.party else _("All parties"),
        _due(obligation),
        state,
        {"text": obligation.source or obligation.source_address, "url": obligation.source_address},
    ]
    if "record_obligation" in may:
        url = reverse("governance:settle_obligation", kwargs={"obligation": obligation.pk})
        open_ = obligation.state in UNSETTLED
        cells.append({"text": _("Settle"), "url": url} if open_ else "")
    return {"cells": cells}


def _due(obligation: Obligation) -> str:
    if obligation.continuous:
        return _("always")
    return day(obligation.due) if obligation.due else _("no day stated")


def _documents(documents: list[Document]) -> Table:
    columns = [
        text_column(_("Document")),
        text_column(_("Kind")),
        text_column(_("Date")),
        text_column(_("Language")),
        text_column(_("File")),
    ]
    return Table(_("Documents"), columns, [document_row(document) for document in documents])


def _publications(documents: list[Document]) -> list[Item]:
    """A button for each document that publishes it, or takes it back."""
    return [
        {
            "title": document.title,
            "url": reverse("governance:publish_document", kwargs={"document": document.pk}),
            "label": _("Publish no longer") if document.public else _("Publish"),
            "value": "no" if document.public else "yes",
        }
        for document in documents
    ]


def document_row(document: Document) -> Item:
    name = {"text": str(document), "url": document.address or document.get_absolute_url()}
    if not document.public:
        name |= {"note": _("not public")}
    file: Any = _("web page")
    if document.file:
        size = filesizeformat(document.size or 0)
        file = {
            "text": f"{document.ending.lstrip('.').upper()}, {size}",
            "note": f"SHA-256 {document.digest[:16]}…",
        }
    return {
        "cells": [
            name,
            str(document.get_kind_display()),
            day(document.dated),
            str(document.get_language_display()),
            file,
        ]
    }


def _url(name: str, agreement: Agreement) -> str:
    return reverse(f"governance:{name}", kwargs={"agreement": agreement.pk})
