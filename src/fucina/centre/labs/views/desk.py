"""Requests to decide, outages and the people they move, maintenance, problems, qualifications, stock."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.domain.queries.agenda import to_decide
from fucina.centre.labs.forms.changes import DecisionForm
from fucina.centre.labs.forms.desk import ProblemFilter, SolutionForm
from fucina.centre.labs.models import Booking, ProblemReport
from fucina.centre.labs.presentation import problems as pages
from fucina.centre.labs.presentation.booking import booking_page
from fucina.centre.labs.presentation.bookings import table_of
from fucina.centre.labs.presentation.desk import desk_figures
from fucina.centre.labs.presentation.sections import sees_desk
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, tell, typed
from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Refusal


@requires("labs.view_ledger")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Whoever looks after something, and those who check it."""
    if not sees_desk(request.user):
        raise Http404
    context = {
        "figures": desk_figures(request.user),
        "laboratories": visible_laboratories(request.user),
    }
    return show(request, "desk", context, desk="desk")


@requires("labs.operate")
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    table = table_of(to_decide(request.user), _("Bookings to decide"), who=True)
    return show(request, "decisions", {"table": table}, desk="decisions")


@requires("labs.decide_booking", of=finding.booking)
@FORM
def decide(request: HttpRequest, booking: Booking) -> HttpResponse:
    form = DecisionForm(typed(request))
    if form.is_bound and form.is_valid():
        approves = request.POST.get("do") == "approve"
        act = domain.approve if approves else domain.decline
        try:
            act(booking, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            done = _("The booking was approved.") if approves else _("The booking was declined.")
            messages.success(request, done)
            return redirect("labs:decisions")
    context = {"form": form, "page": booking_page(request.user, booking)}
    return show(request, "decide", context, desk="decisions")


@requires("labs.operate")
@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    form = ProblemFilter(request.GET)
    listing = pages.problems_listing(request.user, request.GET, form)
    context = {
        "form": form, "listing": listing, "columns": pages.columns(), "rows": pages.rows(listing)
    }  # fmt: skip
    return show(request, "problems", context, desk="problems")


@requires("labs.view_problem", of=finding.problem)
@FORM
def problem(request: HttpRequest, problem: ProblemReport) -> HttpResponse:
    """Read it, and say how it was solved."""
    form = SolutionForm(typed(request))
    if form.is_bound and form.is_valid():
        try:
            domain.solve_problem(problem, form.cleaned_data["solution"], by=request.user)
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            messages.success(request, _("The problem is solved."))
            return redirect("labs:problems")
    context = {
        "form": form,
        "problem": problem,
        "facts": pages.problem_facts(problem),
        "solves": problem.solved is None and request.user.has_perm("labs.solve_problem", problem),
    }
    return show(request, "problem", context, desk="problems")


@requires("labs.view_problem", of=finding.problem)
@require_safe
def problem_photo(request: HttpRequest, problem: ProblemReport) -> HttpResponseBase:
    if not problem.photo:
        raise Http404
    try:
        file = problem.photo.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    answer = FileResponse(file, content_type=problem.photo_type)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
