"""What the laboratories know of an organisation, on that organisation's page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.queries import visible_bookings
from fucina.centre.labs.domain.queries.visible import with_names
from fucina.centre.labs.enums import OUT_OF_SERVICE
from fucina.centre.labs.presentation.bookings import organisation_bookings
from fucina.centre.people.models import Organisation
from fucina.centre.people.presentation.panels import Panel

ORDER = 80
SHOWN = 5


def organisation_panel(user: Any, organisation: Organisation) -> Panel | None:
    """Its bookings ahead, as far as this person sees them; else nothing."""
    ahead = _ahead(user, organisation)
    count = ahead.count() if user.is_authenticated else 0
    if not count:
        return None
    table = organisation_bookings(with_names(ahead).order_by("starts", "pk")[:SHOWN])  # type: ignore[arg-type]
    return Panel(
        id="labs",
        title=_("Laboratory bookings"),
        template="labs/_panel.html",
        context={"table": table},
        count=count,
        icon="calendar",
        url=reverse("labs:calendar"),
        action=_("Calendar"),
    )


def _ahead(user: Any, organisation: Organisation) -> QuerySet[Any]:
    seen = visible_bookings(user).open().exclude(kind__in=OUT_OF_SERVICE)
    return seen.filter(organisation=organisation, ends__gt=timezone.now())
