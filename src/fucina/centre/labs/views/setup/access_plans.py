from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.access import AccessPlanForm, HoldingForm, ReservedForm
from fucina.centre.labs.models import AccessPlan, PlanHolding, ReservedTime
from fucina.centre.labs.presentation import access as pages
from fucina.centre.labs.views.asking import FORM, act_and_tell, add_below, typed
from fucina.centre.labs.views.setup.pages import ask_change, ask_new, ask_removal, show_records


@requires("labs.manage_resources")
@require_safe
def access_plans(request: HttpRequest) -> HttpResponse:
    return show_records(request, pages.access_plans())


@requires("labs.manage_resources")
@FORM
def add_access_plan(request: HttpRequest) -> HttpResponse:
    new = AccessPlan()
    return ask_new(
        request,
        AccessPlanForm(typed(request), new),
        partial(catalogue.write_access_plan, new, by=request.user),
        title=_("A new access plan"),
        to="access_plans",
    )


@requires("labs.manage_resources")
@FORM
def change_access_plan(request: HttpRequest, access_plan: int) -> HttpResponse:
    found = get_object_or_404(AccessPlan, pk=access_plan)
    return ask_change(
        request,
        AccessPlanForm(typed(request), found),
        partial(catalogue.write_access_plan, found, by=request.user),
        found,
        title=_("Change the access plan"),
        to="access_plans",
        remove=reverse("labs:remove_access_plan", kwargs={"access_plan": found.pk}),
    )


@requires("labs.manage_resources")
@FORM
def remove_access_plan(request: HttpRequest, access_plan: int) -> HttpResponse:
    return ask_removal(request, get_object_or_404(AccessPlan, pk=access_plan), "access_plans")


@requires("labs.manage_resources")
@FORM
def plan_holders(request: HttpRequest, access_plan: int) -> HttpResponse:
    plan = get_object_or_404(AccessPlan, pk=access_plan)
    return add_below(
        request, HoldingForm(typed(request), request.user),
        partial(catalogue.give_plan, plan, by=request.user),
        thing=plan, title=_("Who has the plan"), rows=pages.holding_rows(plan),
        none=_("Nobody has it yet."), add=_("Give it"), back=reverse("labs:access_plans"),
        to=_("All access plans"), desk="setup",
    )  # fmt: skip


@requires("labs.manage_resources")
@require_POST
def end_holding(request: HttpRequest, holding: int) -> HttpResponse:
    found = get_object_or_404(PlanHolding, pk=holding)
    return act_and_tell(
        request,
        partial(catalogue.end_holding, found, by=request.user),
        _("It was removed."),
        reverse("labs:plan_holders", kwargs={"access_plan": found.plan_id}),
    )


@requires("labs.manage_resources")
@FORM
def reserved_hours(request: HttpRequest, access_plan: int) -> HttpResponse:
    plan = get_object_or_404(AccessPlan, pk=access_plan)
    return add_below(
        request, ReservedForm(typed(request), request.user),
        partial(catalogue.reserve_hours, plan, by=request.user),
        thing=plan, title=_("Reserved hours"), rows=pages.reserved_rows(plan),
        note=_("What others have booked in them stays booked."), none=_("No hours are reserved yet."),
        add=_("Reserve hours"), back=reverse("labs:access_plans"), to=_("All access plans"), desk="setup",
    )  # fmt: skip


@requires("labs.manage_resources")
@require_POST
def free_hours(request: HttpRequest, reserved: int) -> HttpResponse:
    found = get_object_or_404(ReservedTime, pk=reserved)
    return act_and_tell(
        request,
        partial(catalogue.free_hours, found, by=request.user),
        _("It was removed."),
        reverse("labs:reserved_hours", kwargs={"access_plan": found.plan_id}),
    )
