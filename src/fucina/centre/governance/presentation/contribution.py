from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.domain.queries import visible_documents
from fucina.centre.governance.models import PromisedContribution
from fucina.centre.governance.presentation.contributions import promises
from fucina.centre.governance.presentation.states import promise_state
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import day, euro

type Item = dict[str, Any]


@dataclass(frozen=True)
class ContributionPage:
    promise: PromisedContribution
    actions: list[Item]
    figures: list[Item]
    facts: list[Item]
    receipts: Table


def contribution_page(user: Any, promise: PromisedContribution) -> ContributionPage:
    counted = promises(user).get(pk=promise.pk)
    return ContributionPage(
        promise=counted,
        actions=_actions(user, counted),
        figures=[
            {"label": _("Promised"), "value": euro(counted.amount)},
            {"label": _("Given"), "value": euro(counted.given)},
            {"label": _("Still owed"), "value": euro(counted.outstanding)},
        ],
        facts=_facts(user, counted),
        receipts=_receipts(user, counted),
    )


def _actions(user: Any, promise: PromisedContribution) -> list[Item]:
    if not promise.outstanding:
        return []
    wanted = (
        ("record_given", _("Record what was given"), "record_given", "plus"),
        ("promise_contribution", _("Release the party"), "release_promise", "close"),
    )
    return [
        {
            "label": label,
            "url": reverse(f"governance:{name}", kwargs={"promise": promise.pk}),
            "icon": icon,
            "kind": "secondary",
        }
        for verb, label, name, icon in wanted
        if user.has_perm(f"governance.{verb}", promise)
    ]


def _facts(user: Any, promise: PromisedContribution) -> list[Item]:
    agreement = promise.party.agreement
    named: Item = {"term": pgettext("governance", "Agreement"), "text": str(agreement)}
    if user.has_perm("governance.view_agreement", agreement):
        named["url"] = agreement.get_absolute_url()
    facts: list[Item] = [
        {"term": _("Party"), "text": str(promise.party.organisation)},
        named,
        {"term": pgettext("governance", "Form"), "text": str(promise.get_form_display())},
        {"term": _("Purpose"), "text": str(promise.get_purpose_display())},
        {"term": _("Due on"), **promise_state(promise), "text": day(promise.due)},
    ]
    more = (
        (_("How the value in kind was found"), str(promise.get_valuation_display())),
        (_("Instalment"), str(promise.instalment or "")),
        (_("Conditions"), promise.conditions),
        (_("Source"), promise.source),
        (_("Released on"), day(promise.released_on) if promise.released_on else ""),
        (_("Reason"), promise.released_why),
    )
    return [*facts, *({"term": term, "text": text} for term, text in more if text)]


def _receipts(user: Any, promise: PromisedContribution) -> Table:
    shown = {document.pk: document for document in visible_documents(user)
             .filter(receipts__promise=promise)}  # fmt: skip
    strikes = user.has_perm("governance.record_given", promise)
    rows = []
    for given in promise.receipts.all():
        evidence = shown.get(given.evidence_id or 0)
        proof: Any = _("none yet")
        if evidence:
            url = evidence.address or evidence.get_absolute_url()
            proof = {"text": str(evidence), "url": url}
        elif given.evidence_id:
            proof = _("kept by the centre")
        cells: list[Any] = [day(given.given_on), euro(given.amount), proof, given.note]
        if strikes:
            url = reverse("governance:strike_given", kwargs={"given": given.pk})
            cells.append({"text": _("Strike out"), "url": url})
        rows.append({"cells": cells})
    columns = [
        text_column(_("Given on")),
        number_column(_("Value")),
        text_column(_("Document that shows it")),
        text_column(_("Note")),
    ]
    if strikes:
        columns.append(text_column(_("To do")))
    return Table(_("What was given"), columns, rows)
