from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.manage import ClosureForm
from fucina.centre.labs.presentation.access import closure_rows
from fucina.centre.labs.views.asking import FORM, add_below, typed


@requires("labs.manage_resources")
@FORM
def closures(request: HttpRequest) -> HttpResponse:
    """Of all laboratories together; those of one are on its page."""
    return add_below(
        request, ClosureForm(typed(request)), partial(catalogue.record_exception, by=request.user),
        title=_("Closures of all laboratories"), rows=closure_rows(),
        note=_("What is booked then stays booked: an outage moves it."), none=_("No closure is recorded."),
        add=_("Add a closure or an extra opening"), back=reverse("labs:setup"), to=_("All settings"), desk="setup",
    )  # fmt: skip
