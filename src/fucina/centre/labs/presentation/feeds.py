"""Secret addresses of calendars: what they show, when they were last asked."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.governance.presentation.written import day
from fucina.centre.labs.domain.feeds import feeds_of
from fucina.centre.labs.models import FeedToken
from fucina.centre.labs.presentation.written import moment


def feed_rows(user: Any) -> list[dict[str, str]]:
    return [
        {
            "what": what_of(one),
            "made": day(timezone.localdate(one.created)),
            "used": moment(one.last_used) if one.last_used else _("never"),
            "revoke": reverse("labs:revoke_feed", kwargs={"feed": one.pk}),
        }
        for one in feeds_of(user)
    ]


def what_of(token: FeedToken) -> str:
    return str(token.resource or token.laboratory or _("My bookings"))
