"""Asks again for a run that failed or was cancelled."""

from typing import Any

from fucina.centre.planning.domain.start_run import start_run
from fucina.centre.planning.models import RunRequest


def restart_run(request: RunRequest, *, by: Any) -> RunRequest:
    """The same folder, draws and seed, as a request of its own; what became of the first stays written.
    Refuses while the first is not over."""
    return start_run(request.folder, request.draws, request.seed, by=by)
