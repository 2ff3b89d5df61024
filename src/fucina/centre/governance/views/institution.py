from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.governance.presentation.institution import institutions


@requires("governance.view_own_institution")
@require_safe
def my_institution(request: HttpRequest) -> HttpResponse:
    """For a partner representative: what their institution signed, promised, gave and owes."""
    context = {"institutions": institutions(request.user)}
    return render(request, "governance/my_institution.html", context)
