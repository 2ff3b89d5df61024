from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fucina.centre.access import signed_in


@signed_in
@require_POST
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    """Sign one of my devices out."""
    own_session(request.user, session).end()
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


def own_session(user: Any, session: int) -> UserSession:
    """Only one's own: another's does not exist."""
    found = UserSession.objects.filter(user=user, pk=session).first()
    if found is None:
        raise Http404
    return found
