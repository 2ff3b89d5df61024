from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fucina.centre.access import public
from fucina.centre.accounts.domain.queries import demo_roles


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Come in as a fictional person, in the demo alone."""
    if not settings.FUCINA_DEMO_SIGN_IN:
        raise Http404
    people = demo_roles()
    if request.method == "POST":
        users = {role.value: user for role, user in people}
        if (user := users.get(request.POST.get("role", ""))) is None:
            raise Http404
        get_adapter(request).login(request, user)
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/demo.html", {"people": people})
