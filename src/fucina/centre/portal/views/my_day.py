from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import signed_in
from fucina.centre.portal.presentation.day import coming_bookings, waiting_for
from fucina.centre.portal.presentation.shortcuts import shortcuts
from fucina.centre.portal.presentation.standing import roles_table


@signed_in
@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """Each person's home: what waits for them, and the ways they go most."""
    context = {
        "waiting": waiting_for(request.user),
        "bookings": coming_bookings(request.user),
        "shortcuts": shortcuts(request.user),
        "roles": roles_table(request.user),
    }
    return render(request, "portal/my_day.html", context)
