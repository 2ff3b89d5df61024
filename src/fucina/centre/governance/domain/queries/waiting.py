"""What waits for a person: what their institution owes and has not done or given; for the director, what any does."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.governance.enums import ObligationState
from fucina.centre.governance.models import Obligation, Party, PromisedContribution
from fucina.centre.governance.models.promised_contribution import OWED
from fucina.centre.governance.rules import represented_by
from fucina.centre.people.enums import Role
from fucina.centre.people.models.period import today
from fucina.centre.people.standing import standing

SOON = dt.timedelta(days=30)
MOST = 20
"""A longer list is read on the pages themselves."""


@dataclass(frozen=True)
class Waiting:
    when: dt.date
    title: str
    url: str


def waiting_for(user: Any) -> list[Waiting]:
    """What is overdue or due within a month, the earliest first."""
    found = [*_obligations(user), *_instalments(user)]
    return sorted(found, key=lambda one: (one.when, one.title))[:MOST]


def _obligations(user: Any) -> Iterator[Waiting]:
    owed = Obligation.objects.filter(state=ObligationState.OPEN, due__lte=today() + SOON)
    if not standing(user).has(Role.DIRECTOR):
        mine = Party.objects.filter(organisation__in=represented_by(user))
        of_all = Q(party=None, agreement__in=mine.on().values("agreement"))
        owed = owed.filter(Q(party__in=mine) | of_all)
    for obligation in owed.select_related("agreement", "party__organisation")[:MOST]:
        who = obligation.party.organisation if obligation.party else _("All parties")
        url = f"{obligation.agreement.get_absolute_url()}#obligations"
        title = _("{who}: {obligation}").format(who=who, obligation=obligation)
        yield Waiting(obligation.due or today(), title, url)


def _instalments(user: Any) -> Iterator[Waiting]:
    owed = PromisedContribution.objects.with_given().filter(OWED, due__lte=today() + SOON)
    if not standing(user).has(Role.DIRECTOR):
        owed = owed.filter(party__organisation__in=represented_by(user))
    for promise in owed.select_related("party__organisation")[:MOST]:
        title = _("{who}: contribution still owed, {what}").format(
            who=promise.party.organisation, what=promise.what
        )
        url = reverse("governance:contribution", kwargs={"promise": promise.pk})
        yield Waiting(promise.due or today(), title, url)
