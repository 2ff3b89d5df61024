"""A record that was merged has a new address: readers are led there."""

from collections.abc import Callable
from functools import wraps

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def at_its_address[T: models.Model](
    view: Callable[[HttpRequest, T], HttpResponse],
) -> Callable[[HttpRequest, T], HttpResponse]:
    """For views of one thing whose finder follows merges: where the number asked for is another, go there."""

    @wraps(view)
    def answer(request: HttpRequest, thing: T) -> HttpResponse:
        match = request.resolver_match
        asked = dict(match.kwargs) if match else {}
        if match and len(asked) == 1 and (name := next(iter(asked))) and asked[name] != thing.pk:
            return redirect(reverse(match.view_name, kwargs={name: thing.pk}))
        return view(request, thing)

    return answer
