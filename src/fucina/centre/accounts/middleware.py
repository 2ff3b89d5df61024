"""Notes when a session was last used, for the list of devices: every five minutes is enough, and costs nothing in between."""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

EVERY = 300  # seconds
NOTED = "activity_noted"


class SessionActivityMiddleware:
    """Stands below authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get(NOTED, 0) >= EVERY:
                request.session[NOTED] = now
                UserSession.objects.create_from_request(request)
        return self.get_response(request)
