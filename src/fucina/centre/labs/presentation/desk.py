"""What those who run the laboratories have to do, at a glance."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.maintenance import due_maintenance
from fucina.centre.labs.domain.queries import visible_bookings, visible_problems, visible_resources
from fucina.centre.labs.domain.queries.agenda import to_decide
from fucina.centre.labs.enums import BookingKind, BookingStatus
from fucina.centre.labs.models import Resource
from fucina.centre.labs.presentation.holders import expiring_soon
from fucina.centre.labs.standing import stewardship


def desk_figures(user: Any) -> list[dict[str, Any]]:
    now = timezone.now()
    displaced = visible_bookings(user).filter(status=BookingStatus.DISPLACED, ends__gt=now)
    outages = visible_bookings(user).filter(
        kind=BookingKind.OUTAGE, status=BookingStatus.CONFIRMED, ends__gt=now
    )
    overdue = sum(1 for one in due_maintenance(in_charge_of(user)) if one.overdue)
    figures = (
        (_("Requests to decide"), to_decide(user).count(), "decisions", ""),
        (_("Bookings to move"), displaced.count(), "outages", _("lost to an outage")),
        (_("Outages now and ahead"), outages.count(), "outages", ""),
        (_("Open problems"), visible_problems(user).filter(solved=None).count(), "problems", ""),
        (_("Maintenance overdue"), overdue, "maintenance", ""),
        (_("Qualifications that expire"), expiring_soon(user), "holders", _("within thirty days")),
    )
    return [
        {"label": label, "value": str(number), "url": reverse(f"labs:{name}"), "note": note}
        for label, number, name, note in figures
    ]


def in_charge_of(user: Any) -> list[Resource]:
    """What this person looks after; all for managers."""
    mine = stewardship(user)
    return [one for one in visible_resources(user).with_rules() if mine.over(one)]
