"""One page from the wish to the booking: what, when, for whom; what stands in the way, what it costs; done."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.domain import BookingRefused, Item
from fucina.centre.labs.domain.asking import asked
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.earliest_free import earliest_free
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.forms.booking import BookingForm
from fucina.centre.labs.forms.things import chosen, with_thing
from fucina.centre.labs.models import Booking
from fucina.centre.labs.presentation.booking_form import boxes, times_in
from fucina.centre.labs.presentation.examination import (
    Examination,
    Slot,
    examination,
    of_reading,
    slot,
    slot_of,
)
from fucina.centre.labs.views.asking import FORM, tell
from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Refusal

FOUND = 5


@dataclass
class Page:
    """What the page shows beside its form."""

    items: list[Item]
    answer: Examination | None = None
    found: list[Slot] | None = None
    notice: str = ""


@requires("labs.book")
@FORM
def book(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _first(request)
    data = request.POST.copy()
    if span := slot_of(data.get("take", "")):
        for name, value in times_in(span).items():
            data[name] = value
    form, page = BookingForm(data, request.user), Page(chosen(request.user, data))
    _add(form, page)
    if not page.items:
        page.notice = _("Choose at least one thing to book.")
    elif data.get("do") != "add" and form.is_valid():
        try:
            done = DOING.get(data.get("do", ""), _check)(request, form, page)
        except Refusal as refusal:  # of what is not about the booking itself, such as a repetition
            tell(form, refusal.problems)
        else:
            if done is not None:
                return done
    return _shown(request, form, page)


def _first(request: HttpRequest) -> HttpResponse:
    """From a calendar or a machine's page the address may bring things and times."""
    query = request.GET
    initial = {name: moment for name in ("starts", "ends") if (moment := _moment(query.get(name)))}
    if "ends" not in initial and "starts" in initial:
        initial["ends"] = initial["starts"] + dt.timedelta(hours=2)
    form, page = BookingForm(None, request.user, initial), Page(chosen(request.user, query))
    if any(item.resource.chargeable_id for item in page.items):
        form.initial["project"] = form.only_project
    return _shown(request, form, page)


def _shown(request: HttpRequest, form: BookingForm, page: Page) -> HttpResponse:
    if form.is_bound and page.answer and page.answer.price:
        form.put("agreed", page.answer.price.agreed)
    context = {"form": form, "page": page, "boxes": boxes(request.user, page.items)}
    return show(request, "book", context)


def _add(form: BookingForm, page: Page) -> None:
    """What was typed beside the boxes joins them."""
    field: Any = form.fields["add"]
    try:
        found = field.clean(field.widget.value_from_datadict(form.data, form.files, "add"))
    except ValidationError:
        return
    if found is not None:
        page.items = with_thing(page.items, found)
        if found.chargeable_id and not form.data.get("project") and form.only_project:
            form.put("project", str(form.only_project.pk))
        form.put("add", "")
        form.put("add-value", "")


def _check(request: HttpRequest, form: BookingForm, page: Page) -> None:
    told = form.cleaned_data
    page.answer = examination(
        request.user, page.items, told["starts"], told["ends"], form.repetition, **form.asking()
    )


def _book(request: HttpRequest, form: BookingForm, page: Page) -> HttpResponse | None:
    told = form.cleaned_data
    if form.repetition:
        return _book_series(request, form, page)
    if told["project"] and not _price_seen(request, form, page):
        return None
    try:
        booking = domain.book(
            page.items, told["starts"], told["ends"], by=request.user, key=told["key"],
            **form.asking(),
        )  # fmt: skip
    except BookingRefused as refusal:
        wanted = asked(page.items, told["starts"], told["ends"], by=request.user, **form.asking())
        page.answer = of_reading(wanted, refusal.problems, read(wanted), refusal.alternative)
        return None
    messages.success(request, _said(booking))
    return redirect(booking)


def _price_seen(request: HttpRequest, form: BookingForm, page: Page) -> bool:
    """Nobody confirms a price they have not read; where it changed, it is shown again."""
    _check(request, form, page)
    answer = page.answer
    if answer is None or answer.price is None or answer.price.agreed == form.cleaned_data["agreed"]:
        return True
    if answer.clear:
        page.notice = _("This is the price. Confirm if you agree.")
    return False


def _book_series(request: HttpRequest, form: BookingForm, page: Page) -> HttpResponse | None:
    told = form.cleaned_data
    try:
        stored = domain.book_series(
            page.items, told["starts"], told["ends"], form.repetition, by=request.user,
            skip_clashes=told["skip_clashes"], **form.asking(),
        )  # fmt: skip
    except Refusal:
        _check(request, form, page)
        page.notice = _("Nothing was booked: look at the days below.")
        return None
    made = len(stored.bookings)
    text = ngettext("{number} booking was made.", "{number} bookings were made.", made)
    said = [text.format(number=made)]
    if stored.skipped:
        days = ", ".join(str(one.span) for one in stored.skipped)
        said.append(_("Left out: {days}.").format(days=days))
    messages.success(request, " ".join(said))
    return redirect("labs:bookings")


def _find(request: HttpRequest, form: BookingForm, page: Page) -> None:
    told = form.cleaned_data
    minutes = int((told["ends"] - told["starts"]).total_seconds() // 60)
    if minutes <= 0:
        form.add_error("ends", _("The end comes before the beginning."))
        return
    spans = earliest_free(
        page.items, minutes, by=request.user, after=told["starts"], most=FOUND, **form.asking()
    )
    page.found = [slot(one) for one in spans]


def _wait(request: HttpRequest, form: BookingForm, page: Page) -> HttpResponse | None:
    told = form.cleaned_data
    try:
        booking = domain.join_wait_list(
            page.items, told["starts"], told["ends"], by=request.user, **form.asking()
        )
    except Refusal as refusal:
        tell(form, refusal.problems)
        return None
    text = _("You are on the wait list. If the time becomes free, you get an offer by e-mail.")
    messages.success(request, text)
    return redirect(booking)


def _said(booking: Booking) -> str:
    if booking.status == BookingStatus.REQUESTED:
        return _("Your request was sent. The time is kept for you until it is decided.")
    return _("It is booked.")


def _moment(text: str | None) -> dt.datetime | None:
    """An ISO time of an address; without an offset it is Italian time."""
    try:
        found = dt.datetime.fromisoformat((text or "").replace(" ", "+"))
    except ValueError:
        return None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


DOING = {"book": _book, "find": _find, "wait": _wait}
