from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.presentation.setup import setup_page
from fucina.centre.labs.views.showing import show


@requires("labs.manage_resources")
@require_safe
def setup(request: HttpRequest) -> HttpResponse:
    return show(request, "setup", {"page": setup_page(request.user)}, desk="setup")
