"""Asks for a run in the background."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fucina.centre.planning.domain.settle_stalled import settle_stalled_requests
from fucina.centre.planning.enums import UNFINISHED
from fucina.centre.planning.models import Folder, RunRequest
from fucina.centre.refusal import Problem, Refusal, refuse_any

LEAST_DRAWS, MOST_DRAWS = 100, 20_000
"""Fewer say nothing; more than these want more memory than a server has to spare."""
LARGEST_SEED = 2**32 - 1
MOST_WAITING = 5
"""Runs of a folder that are waiting or being computed at once."""


def start_run(folder: Folder, draws: int, seed: int, *, by: Any) -> RunRequest:
    """A request that a worker will carry out. Refuses draws or a seed out of bounds, the same run asked for
    twice, and too many at once."""
    from fucina.centre.planning.tasks import compute_run

    if not by.has_perm("planning.start_run"):
        raise PermissionDenied
    settle_stalled_requests()
    refuse_any(_problems(folder, draws, seed))
    try:
        with transaction.atomic():
            request = RunRequest.objects.create(folder=folder, draws=draws, seed=seed, asked_by=by)
            compute_run.enqueue(request.pk)
    except IntegrityError as race:
        raise Refusal([_asked_already()]) from race
    return request


def _problems(folder: Folder, draws: int, seed: int) -> list[Problem]:
    found = []
    if not LEAST_DRAWS <= draws <= MOST_DRAWS:
        bounds = {"least": LEAST_DRAWS, "most": MOST_DRAWS}
        message = _("Ask for {least} to {most} draws.").format(**bounds)
        found.append(Problem("draws", message, "draws", bounds))
    if not 0 <= seed <= LARGEST_SEED:
        message = _("A seed is a whole number from 0 to {most}.").format(most=LARGEST_SEED)
        found.append(Problem("seed", message, "seed", {"most": LARGEST_SEED}))
    waiting = RunRequest.objects.filter(folder=folder, state__in=UNFINISHED)
    if waiting.filter(draws=draws, seed=seed).exists():
        found.append(_asked_already())
    if waiting.count() >= MOST_WAITING:
        message = _("{most} runs are waiting already: cancel one, or wait.")
        numbers = {"most": MOST_WAITING}
        found.append(Problem("too_many", message.format(**numbers), "", numbers))
    return found


def _asked_already() -> Problem:
    return Problem("asked_already", _("This very run is being computed already."))
