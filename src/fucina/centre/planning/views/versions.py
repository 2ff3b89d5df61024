"""Whose run a page shows: the current one to everyone, another to those who may see it, one alone to whoever has
its link. The page itself does not know."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import public, requires
from fucina.centre.planning.domain import queries
from fucina.centre.planning.presentation.reader import Place, current_reader, reader_of

type Page = Callable[..., HttpResponseBase]
"""``(request, reader, **address)``."""
type View = Callable[..., HttpResponseBase]


def current(page: Page) -> View:
    """The published run; without one, says what to do."""

    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, **address: str) -> HttpResponseBase:
        reader = current_reader()
        if reader is None:
            return render(request, "planning/empty.html")
        return page(request, reader, **address)

    return public(answer)


def of_run(page: Page) -> View:
    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, *, run: int, **address: str) -> HttpResponseBase:
        found = queries.all_runs().filter(pk=run).first()
        if found is None:
            raise Http404(run)
        reader = reader_of(found, Place("planning:run", (run,)))
        if reader is None:
            return render(request, "planning/outdated.html", {"run": found})
        return page(request, reader, **address)

    guarded: View = requires("planning.view_runs")(answer)
    return guarded


def shared(page: Page) -> View:
    """That run and nothing else, whoever asks: the secret in the address is the permission."""

    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, *, secret: str, **address: str) -> HttpResponseBase:
        link = queries.opened_by(secret)
        reader = link and reader_of(
            link.run, Place("planning:shared", (secret,), question=link.question)
        )
        if reader is None:
            raise Http404
        found = page(request, reader, **address)
        found["Cache-Control"] = "private, no-store"
        found["X-Robots-Tag"] = "noindex, nofollow"
        return found

    return public(answer)
