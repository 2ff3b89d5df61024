from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.compare_runs import compare_runs as compare
from fucina.centre.planning.forms.run import CompareForm
from fucina.centre.planning.presentation.comparison import comparison
from fucina.centre.planning.presentation.runs import runs_tabs


@requires("planning.view_runs")
@require_safe
def compare_runs(request: HttpRequest) -> HttpResponse:
    """Two runs, the older first. What can be read from their results is shown at once; why the answer moved is
    worked out in the background, and the page asks again."""
    form = CompareForm(request.GET, queries.all_runs().values_list("pk", flat=True))
    runs = list(queries.all_runs().filter(pk__in=form.two()).order_by("computed_at", "pk"))
    if len(runs) != 2:
        messages.warning(request, _("Tick two runs to compare."))
        return redirect("planning:runs")
    if runs[0].study != runs[1].study:
        messages.warning(request, _("Only two runs of the same study can be compared."))
        return redirect("planning:runs")
    found = compare(*runs, by=request.user)
    page = comparison(found, *runs)
    tabs = runs_tabs(request.user, "runs")
    return render(request, "planning/compare_runs.html", tabs | {"page": page})
