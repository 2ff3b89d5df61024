import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.domain import BookingRefused, Item
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.of_booking import items_in
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.forms.calendar import CalendarFilter, UtilisationFilter
from fucina.centre.labs.forms.choices import number
from fucina.centre.labs.models import Booking
from fucina.centre.labs.presentation.calendar import as_json, calendar_page, wall
from fucina.centre.labs.presentation.heat import heat_map
from fucina.centre.labs.presentation.written import span as written_span
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Refusal


@requires("labs.view_catalogue")
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    form = CalendarFilter(request.GET, request.user)
    page = calendar_page(request.user, form, request.GET)
    return show(request, "calendar", {"form": form, "page": page})


@requires("labs.view_catalogue")
@require_safe
def calendar_events(request: HttpRequest) -> HttpResponse:
    form = CalendarFilter(request.GET, request.user)
    return JsonResponse({"events": as_json(request.user, form)})


@requires("labs.change_booking", of=finding.booking)
@require_POST
def drag_booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The same command as the page "Move"; what is refused is told, and the calendar puts it back."""
    span = _span(request.POST)
    if span is None:
        return JsonResponse({"moved": False, "problems": [_("This time cannot be read.")]})
    try:
        domain.move(
            booking, span.start, span.end, by=request.user, things=_things(request, booking)
        )
    except BookingRefused as refusal:
        return JsonResponse(_refused(refusal, refusal.alternative))
    except Refusal as refusal:
        return JsonResponse(_refused(refusal, None))
    return JsonResponse({"moved": True, "when": written_span(span)})


def _refused(refusal: Refusal, alternative: Span | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "moved": False,
        "problems": [problem.message for problem in refusal.problems],
    }
    if alternative is not None:
        told["alternative"] = {
            "start": wall(alternative.start),
            "end": wall(alternative.end),
            "text": written_span(alternative),
        }
    return told


def _span(data: Any) -> Span | None:
    """Italian wall-clock times."""
    try:
        start, end = (
            timezone.make_aware(dt.datetime.fromisoformat(data.get(name, "")))
            for name in ("start", "end")
        )
        return Span(start, end)
    except ValueError:
        return None


def _things(request: HttpRequest, booking: Booking) -> list[Item] | None:
    """Dragged into another row: that one in place of the one it was taken from."""
    before, after = (number(request.POST.get(name, "")) for name in ("before", "after"))
    if not after or before == after:
        return None
    found = visible_resources(request.user).with_rules().filter(pk=after).first()
    if found is None:
        return None
    return [
        Item(found, item.quantity, item.whole) if item.resource.pk == before else item
        for item in items_in(booking)
    ]


@requires("labs.book")
@require_safe
def utilisation(request: HttpRequest) -> HttpResponse:
    form = UtilisationFilter(request.GET or {"weeks": "4"}, request.user)
    return show(request, "utilisation", {"form": form, "page": heat_map(request.user, form)})
