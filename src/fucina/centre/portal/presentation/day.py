"""What waits for a person today, gathered from every part of the centre, the most pressing first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.accounts.domain.queries import waiting_for as accounts_waiting
from fucina.centre.charging.domain.queries import waiting_for as charging_waiting
from fucina.centre.governance.domain.queries import waiting_for as governance_waiting
from fucina.centre.governance.presentation.table import Table
from fucina.centre.labs.domain.queries import agenda_of
from fucina.centre.labs.domain.queries import waiting_for as labs_waiting
from fucina.centre.labs.enums import ACTIVE
from fucina.centre.labs.presentation.bookings import table_of
from fucina.centre.mail.enums import MessageState
from fucina.centre.mail.models import Message
from fucina.centre.people.domain.queries import waiting_for as people_waiting
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership
from fucina.centre.people.standing import standing
from fucina.centre.planning.domain import queries as planning
from fucina.centre.planning.presentation.reader import Reader, current_reader

COMING = 5
SOON = dt.timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """Something to do; without a day, at leisure."""

    title: str
    url: str
    when: dt.date | None = None

    @property
    def overdue(self) -> bool:
        return self.when is not None and self.when < timezone.localdate()


def waiting_for(user: Any) -> list[Waiting]:
    """What has a day comes first, the earliest before the others."""
    found = [
        *(Waiting(one.title, one.url, one.when) for one in governance_waiting(user)),
        *(Waiting(one.title, one.url, one.when) for one in labs_waiting(user)),
        *(Waiting(one.title, one.url, one.when) for one in charging_waiting(user)),
        *(Waiting(one.title, one.url, one.when) for one in accounts_waiting(user)),
        *(Waiting(one.title, one.url, one.when) for one in people_waiting(user)),
        *_roles_that_end(user),
        *_mail(user),
        *_study(user),
    ]
    return sorted(found, key=lambda one: (one.when is None, one.when or dt.date.max, one.title))


def coming_bookings(user: Any) -> Table | None:
    """The next times in the laboratories, if there are any."""
    several = list(agenda_of(user).filter(status__in=ACTIVE)[:COMING])
    return table_of(several, _("My coming bookings")) if several else None


def _roles_that_end(user: Any) -> Iterator[Waiting]:
    today = timezone.localdate()
    ending = Membership.objects.on(today).filter(
        person__user=user, valid_until__lte=today + SOON
    ).select_related("organisation")  # fmt: skip
    for membership in ending:
        title = _("Your role as {role} at {organisation} ends").format(
            role=membership.get_role_display(), organisation=membership.organisation
        )
        yield Waiting(title, membership.organisation.get_absolute_url(), membership.valid_until)


def _mail(user: Any) -> Iterator[Waiting]:
    if not user.has_perm("portal.view_mail"):
        return
    stuck = Message.objects.filter(state__in=(MessageState.UNCERTAIN, MessageState.REFUSED)).count()
    if stuck:
        title = ngettext(
            "{number} e-mail was not delivered", "{number} e-mails were not delivered", stuck
        )
        yield Waiting(title.format(number=stuck), reverse("portal:mail"))


def _study(user: Any) -> Iterator[Waiting]:
    if not standing(user).has(Role.ANALYST, Role.DIRECTOR):
        return
    reader = current_reader()
    if reader is None:
        return
    if problems := planning.problems_of(reader.run):
        title = ngettext(
            "The study’s folder has {number} problem: the last valid run is shown",
            "The study’s folder has {number} problems: the last valid run is shown",
            len(problems),
        )
        yield Waiting(title.format(number=len(problems)), reverse("planning:overview"))
    yield from _reviews(reader)


def _reviews(reader: Reader) -> Iterator[Waiting]:
    soon = timezone.localdate() + SOON
    due = sorted(
        figure.review
        for figure in reader.study.figures.values()
        if figure.review and figure.review <= soon
    )
    if due:
        title = ngettext(
            "{number} figure of the study is due for review",
            "{number} figures of the study are due for review",
            len(due),
        )
        yield Waiting(title.format(number=len(due)), reverse("planning:register"), due[0])
