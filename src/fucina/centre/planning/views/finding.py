"""What an address names, among what this person may see; whatever else does not exist for them."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from fucina.centre.planning.domain import queries
from fucina.centre.planning.models import Run, RunRequest, SharedLink


def run(user: Any, run: int) -> Run:
    return _one(queries.all_runs(), run, sees=user.has_perm("planning.view_runs"))


def run_request(user: Any, run_request: int) -> RunRequest:
    return _one(queries.requests(), run_request, sees=user.has_perm("planning.view_runs"))


def shared_link(user: Any, shared_link: int) -> SharedLink:
    if not user.has_perm("planning.share_run"):  # a visitor made none
        raise Http404(shared_link)
    return _one(queries.links_of(user), shared_link, sees=True)


def _one[T: Any](things: QuerySet[Any, T], number: int, *, sees: bool) -> T:
    found: T | None = things.filter(pk=number).first() if sees else None
    if found is None:
        raise Http404(number)
    return found
