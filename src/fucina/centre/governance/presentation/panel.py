"""What governance knows of an organisation, on that organisation's page."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.domain.queries import visible_agreements, visible_promises
from fucina.centre.governance.enums import ContributionForm
from fucina.centre.governance.models import Party
from fucina.centre.governance.presentation.states import agreement_state
from fucina.centre.governance.presentation.table import Table, text_column
from fucina.centre.governance.presentation.written import day, euro
from fucina.centre.people.models import Organisation
from fucina.centre.people.presentation.panels import Panel

ORDER = 60


def organisation_panel(user: Any, organisation: Organisation) -> Panel | None:
    """The agreements it is a party of, and what it promised, as far as this person sees them; else nothing."""
    parties = list(
        Party.objects.filter(organisation=organisation, agreement__in=visible_agreements(user))
        .select_related("agreement")
        .order_by("-agreement__signed_on", "pk")
    )
    if not parties:
        return None
    sums = _sums(user, organisation)
    return Panel(
        id="governance",
        title=_("Agreements"),
        template="governance/_panel.html",
        context={"table": _table(parties), "sums": sums},
        count=len(parties),
        icon="document",
        url=_contributions(organisation) if sums else "",
        action=_("Contributions") if sums else "",
    )


def _table(parties: list[Party]) -> Table:
    columns = [
        text_column(pgettext("governance", "Agreement")),
        text_column(_("Role")),
        text_column(_("Signed on")),
        text_column(_("State")),
    ]
    rows = [
        {
            "cells": [
                {"text": str(party.agreement), "url": party.agreement.get_absolute_url()},
                {"text": str(party.get_role_display()), "note": party.said_task},
                day(party.agreement.signed_on),
                agreement_state(party.agreement),
            ]
        }
        for party in parties
    ]
    return Table(_("Agreements signed"), columns, rows)


def _sums(user: Any, organisation: Organisation) -> list[dict[str, str]]:
    """Cash and in kind, each by itself."""
    promises = list(visible_promises(user).filter(party__organisation=organisation).with_given())
    labels = {
        ContributionForm.CASH: _("In cash: given of what was promised"),
        ContributionForm.IN_KIND: _("In kind: given of what was promised"),
    }
    return [
        {
            "term": labels[form],
            "text": _("{given} of {promised}").format(
                given=euro(sum((p.given for p in mine), Decimal(0))),
                promised=euro(sum((p.amount for p in mine), Decimal(0))),
            ),
        }
        for form in ContributionForm
        if (mine := [promise for promise in promises if promise.form == form])
    ]


def _contributions(organisation: Organisation) -> str:
    return f"{reverse('governance:contributions')}?organisation={organisation.pk}"
