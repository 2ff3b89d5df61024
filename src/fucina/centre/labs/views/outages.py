from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.domain.maintenance import record_maintenance_done, record_maintenance_plan
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.forms.choices import number
from fucina.centre.labs.forms.desk import (
    EndOutageForm,
    MaintenanceForm,
    MaintenancePlanForm,
    OutageForm,
    ProlongOutageForm,
)
from fucina.centre.labs.models import Booking, MaintenancePlan, Resource
from fucina.centre.labs.presentation.bookings import things_of
from fucina.centre.labs.presentation.examination import slot_of
from fucina.centre.labs.presentation.outages import (
    maintenance_table,
    outage_page,
    outages_table,
    plans_to_tick,
)
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, ask, safe_back, tell, typed
from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Refusal


@requires("labs.declare_outage")
@require_safe
def outages(request: HttpRequest) -> HttpResponse:
    return show(request, "outages", {"table": outages_table(request.user)}, desk="outages")


@requires("labs.declare_outage")
@FORM
def declare_outage(request: HttpRequest) -> HttpResponse:
    """Over whatever is booked; the next page lists the people to move."""
    form = OutageForm(typed(request), request.user, _named(request))
    if form.is_bound and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            declared = domain.declare_outage([told.pop("resource")], by=request.user, **told)
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            return _declared(request, declared, _("The outage was declared."))
    context = {
        "form": form, "title": _("Declare an outage"), "about": "", "kind": "danger",
        "lede": _("It goes over whatever is booked. Whoever loses a time is listed next, with the times they can have instead."),
        "submit": _("Declare the outage"), "back": reverse("labs:outages"),
    }  # fmt: skip
    return show(request, "form", context, desk="outages")


def _declared(request: HttpRequest, declared: Any, done: str) -> HttpResponse:
    count = len(declared.to_move)
    text = ngettext(
        "{number} booking has to move.",
        "{number} bookings have to move.",
        count,
    )
    messages.success(request, f"{done} {text.format(number=count)}")
    return redirect("labs:outage", booking=declared.outage.pk)


@requires("labs.declare_outage", of=finding.outage)
@require_safe
def outage(request: HttpRequest, booking: Booking) -> HttpResponse:
    return show(request, "outage", {"page": outage_page(request.user, booking)}, desk="outages")


@requires("labs.declare_outage", of=finding.outage)
@FORM
def prolong_outage(request: HttpRequest, booking: Booking) -> HttpResponse:
    form = ProlongOutageForm(typed(request), booking.ends)
    if form.is_bound and form.is_valid():
        try:
            declared = domain.prolong_outage(booking, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            return _declared(request, declared, _("The outage lasts longer."))
    context = {
        "form": form, "title": _("It takes longer"), "about": things_of(booking), "kind": "danger",
        "lede": _("It goes over whatever is booked. Whoever loses a time is listed next, with the times they can have instead."),
        "submit": _("Prolong the outage"), "back": reverse("labs:outage", kwargs={"booking": booking.pk}),
    }  # fmt: skip
    return show(request, "form", context, desk="outages")


@requires("labs.declare_outage", of=finding.outage)
@FORM
def end_outage(request: HttpRequest, booking: Booking) -> HttpResponse:
    return ask(
        request,
        EndOutageForm(typed(request)),
        partial(domain.end_outage, booking, by=request.user),
        title=_("It works again"),
        about=things_of(booking),
        lede=_("The rest of the time is free, and goes back to those who had it and were not moved."),
        done=_("The time is free again."),
        back=reverse("labs:outages"),
        submit=_("It works again"),
        desk="outages",
    )  # fmt: skip


@requires("labs.change_booking", of=finding.booking)
@require_POST
def reschedule(request: HttpRequest, booking: Booking) -> HttpResponse:
    """One click: to one of the times proposed. The person gets an e-mail."""
    span = slot_of(request.POST.get("take", ""))
    back = safe_back(request, reverse("labs:outages"))
    if span is None:
        return redirect(back)
    return act_and_tell(
        request,
        lambda: domain.move(booking, span.start, span.end, by=request.user),
        _("{name} was moved and told by e-mail.").format(name=booking.person),
        back,
    )


@requires("labs.declare_outage")
@require_safe
def maintenance(request: HttpRequest) -> HttpResponse:
    context = {
        "table": maintenance_table(request.user),
        "plans": plans_to_tick(request.user),
        "outages": outages_table(request.user),
    }
    return show(request, "maintenance", context, desk="maintenance")


@requires("labs.declare_outage")
@FORM
def plan_maintenance(request: HttpRequest) -> HttpResponse:
    def plan(resource: Resource, **told: Any) -> None:
        domain.plan_maintenance([resource], by=request.user, **told)

    return ask(
        request,
        MaintenanceForm(typed(request), request.user, _named(request)),
        plan,
        title=_("Plan maintenance"),
        lede=_("It goes where nothing is booked. To go over bookings, declare an outage."),
        done=_("The maintenance is in the calendar."),
        back=reverse("labs:maintenance"),
        desk="maintenance",
    )


@requires("labs.declare_outage")
@FORM
def add_maintenance_plan(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        MaintenancePlanForm(typed(request), request.user, _named(request)),
        partial(record_maintenance_plan, by=request.user),
        title=_("Recurring maintenance"),
        lede=_("Every so many days, or hours of use, whichever comes first."),
        done=_("The plan was recorded."),
        back=reverse("labs:maintenance"),
        desk="maintenance",
    )


@requires("labs.declare_outage")
@require_POST
def maintenance_done(request: HttpRequest, plan: int) -> HttpResponse:
    seen = MaintenancePlan.objects.filter(resource__in=visible_resources(request.user))
    found = get_object_or_404(seen.select_related("resource__laboratory"), pk=plan)
    return act_and_tell(
        request,
        lambda: record_maintenance_done(found, by=request.user),
        _("Done today: {what}.").format(what=found),
        reverse("labs:maintenance"),
    )


def _named(request: HttpRequest) -> Resource | None:
    """The resource that the address speaks of, if it is one."""
    wanted = number(request.GET.get("resource", ""))
    return visible_resources(request.user).filter(pk=wanted).first() if wanted else None
