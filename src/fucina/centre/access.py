"""Who may open a page: every view says so once, and a test walks over them all.

A view is ``public``, or ``requires`` a permission that a ``rules.py`` declares. Where the permission is about one thing, ``of``
finds it among what the person may see; what cannot be seen does not exist for them (404), what can be seen and not done
is refused (403), and a visitor is asked to sign in whatever there is behind the address.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase

PUBLIC = "public"
SIGNED_IN = "signed_in"

type Finder[T: models.Model] = Callable[..., T]


def public[**P, R: HttpResponseBase](
    view: Callable[Concatenate[HttpRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R]:
    """Anyone may open it."""
    cast("Any", view).permission = PUBLIC
    return view


def requires(permission: str, of: Finder[Any] | None = None) -> Callable[[Any], Any]:
    """Only with this permission; with ``of(user, **address)`` it is asked about what that returns, and the view gets the thing
    in place of the address's own values."""

    def guard(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, **address: Any) -> HttpResponseBase:
            user = cast("Any", request.user)
            try:
                thing = of(user, **address) if of else None
                allowed = user.has_perm(permission, thing)
            except Http404:
                if not user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise
            if not allowed and not user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not allowed:
                raise PermissionDenied
            return view(request, thing) if of else view(request, **address)

        found = cast("Any", answer)
        found.permission, found.about = permission, of
        return answer

    return guard


def signed_in(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Anyone who has signed in, about themselves."""

    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, **address)

    cast("Any", answer).permission = SIGNED_IN
    return answer
