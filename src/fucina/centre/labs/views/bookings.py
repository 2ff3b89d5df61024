from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.domain import BookingRefused
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.of_booking import again
from fucina.centre.labs.forms.changes import HandOverForm, MoveForm, ReasonForm
from fucina.centre.labs.models import Booking
from fucina.centre.labs.presentation.booking import (
    booking_page,
    words_of_cancelling,
    words_of_series,
)
from fucina.centre.labs.presentation.booking_form import times_in
from fucina.centre.labs.presentation.bookings import bookings_page, things_of
from fucina.centre.labs.presentation.examination import Examination, of_reading, slot_of
from fucina.centre.labs.presentation.written import between
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, ask, safe_back, tell, typed
from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Refusal


@requires("labs.book")
@require_safe
def bookings(request: HttpRequest) -> HttpResponse:
    return show(request, "bookings", {"page": bookings_page(request.user, request.GET)})


@requires("labs.view_booking", of=finding.booking)
@require_safe
def booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    return show(request, "booking", {"page": booking_page(request.user, booking)})


@requires("labs.change_booking", of=finding.booking)
@FORM
def move_booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and (span := slot_of(data.get("take", ""))):
        for name, value in times_in(span).items():
            data[name] = value
    form = MoveForm(data, request.user, booking)
    answer = None
    if form.is_bound and form.is_valid():
        answer = _moved(request, booking, form)
        if answer is None:
            messages.success(request, _("It was moved."))
            return redirect(booking)
    context = {"form": form, "booking": booking, "answer": answer, "title": things_of(booking)}
    return show(request, "move", context)


def _moved(request: HttpRequest, booking: Booking, form: MoveForm) -> Examination | None:
    """Nothing where it was moved; else what stands in the way."""
    told = form.cleaned_data
    span = Span(told["starts"], told["ends"])
    override = told.get("override", "")
    try:
        domain.move(booking, span.start, span.end, by=request.user, override=override)
    except BookingRefused as refusal:
        wanted = again(booking, request.user, span=span, override=override)
        return of_reading(wanted, refusal.problems, read(wanted), refusal.alternative)
    except Refusal as refusal:
        tell(form, refusal.problems)
        return of_reading(again(booking, request.user), (), read(again(booking, request.user)))
    return None


@requires("labs.change_booking", of=finding.booking)
@FORM
def cancel_booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    return ask(
        request,
        ReasonForm(typed(request)),
        lambda reason: domain.cancel(booking, by=request.user, reason=reason),
        title=_("Cancel this booking?"),
        about=f"{things_of(booking)}, {between(booking.starts, booking.ends)}",
        lede=" ".join(words_of_cancelling(booking)),
        done=_("The booking was cancelled."),
        back=reverse("labs:bookings") if request.method == "POST" else booking.get_absolute_url(),
        submit=_("Cancel the booking"),
        kind="danger",
        away=_("Keep the booking"),
    )


@requires("labs.change_booking", of=finding.booking)
@FORM
def hand_over_booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    return ask(
        request,
        HandOverForm(typed(request), request.user),
        lambda person: domain.hand_over(booking, person, by=request.user),
        title=_("Hand over to a colleague"),
        about=f"{things_of(booking)}, {between(booking.starts, booking.ends)}",
        lede=_("Every rule is asked anew for them: qualification, access, quotas."),
        done=_("The booking was handed over."),
        back=reverse("labs:bookings"),
        submit=_("Hand over"),
    )


@requires("labs.change_booking", of=finding.booking)
@require_POST
def check_in(request: HttpRequest, booking: Booking) -> HttpResponse:
    return act_and_tell(
        request,
        lambda: domain.check_in(booking, by=request.user),
        pgettext("booking", "You are checked in."),
        safe_back(request, booking.get_absolute_url()),
    )


@requires("labs.change_booking", of=finding.booking)
@require_POST
def accept_offer(request: HttpRequest, booking: Booking) -> HttpResponse:
    return act_and_tell(
        request,
        lambda: domain.accept_offer(booking, by=request.user),
        _("The time is yours."),
        booking.get_absolute_url(),
    )


@requires("labs.change_booking", of=finding.booking)
@require_POST
def decline_offer(request: HttpRequest, booking: Booking) -> HttpResponse:
    return act_and_tell(
        request,
        lambda: domain.decline_offer(booking, by=request.user),
        _("The offer was declined; the next in line gets it."),
        reverse("labs:bookings"),
    )


@requires("labs.change_booking", of=finding.booking)
@FORM
def cancel_series(request: HttpRequest, booking: Booking) -> HttpResponse:
    """All that still lies ahead of the series to which this booking belongs."""
    series = booking.series
    return ask(
        request,
        ReasonForm(typed(request)),
        lambda reason: series and domain.cancel_series(series, by=request.user, reason=reason),
        title=_("Cancel the rest of the series?"),
        about=things_of(booking),
        lede=words_of_series(series) if series else "",
        done=_("What lay ahead of the series was cancelled."),
        back=reverse("labs:bookings"),
        submit=_("Cancel the series"),
        kind="danger",
        away=_("Keep the series"),
    )
