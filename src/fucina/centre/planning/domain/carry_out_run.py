"""Carries a requested run out, in a worker: tells how far it is, stops when cancelled, keeps all or nothing."""

import time
from pathlib import Path

import structlog
from django.utils import timezone

from fucina.centre.planning.domain.compute import Asked, asked_of, compute, part, store, stored
from fucina.centre.planning.domain.lock import publishing
from fucina.centre.planning.domain.publish import remove_left_over_files
from fucina.centre.planning.enums import RequestState
from fucina.centre.planning.models import Run, RunRequest
from fucina.study.output import OutputError
from fucina.study.problem import StudyError

log = structlog.get_logger(__name__)
OFTEN = 1.0
"""Seconds between two words of a worker to the database."""
BROKEN = {
    "it": "Il calcolo si è interrotto per un errore del programma, che è nel registro. Nulla è stato conservato.",
    "en": "The computation broke off with an error of the program, which is in the log. Nothing was kept.",
}
LARGE = {
    "it": "La memoria non è bastata: chiedere meno estrazioni. Nulla è stato conservato.",
    "en": "There was not enough memory: ask for fewer draws. Nothing was kept.",
}


class Stopped(Exception):  # noqa: N818  no fault of anyone's
    """Cancelled, or given up for dead."""


class Teller:
    """Writes the progress of a request now and then, each time in a transaction of its own, and raises
    :class:`Stopped` where it is no longer wanted."""

    def __init__(self, request: int) -> None:
        self._request = request
        self._share, self._step, self._told = 0.0, "", 0.0

    def __call__(self, share: float, step: str) -> None:
        self._share, self._step = min(max(self._share, share), 1.0), step
        if time.monotonic() - self._told >= OFTEN:
            self._tell()

    def beat(self) -> None:
        """Still here, and no further: while another publication of the study goes on."""
        self(self._share, "waiting")

    def allow(self) -> None:
        """In the transaction that stores the run: holds the request until it commits."""
        wanted = RunRequest.objects.select_for_update().filter(
            pk=self._request, state=RequestState.RUNNING
        )
        if not wanted.exists():
            raise Stopped

    def _tell(self) -> None:
        written = RunRequest.objects.filter(pk=self._request, state=RequestState.RUNNING).update(
            share=self._share, step=self._step[:20], heard=timezone.now()
        )
        if not written:
            raise Stopped
        self._told = time.monotonic()


def carry_out_run(request: int) -> None:
    """Does nothing for a request that was cancelled before, or is being carried out already."""
    now = timezone.now()
    begun = RunRequest.objects.filter(pk=request, state=RequestState.QUEUED).update(
        state=RequestState.RUNNING, started=now, heard=now
    )
    if not begun:
        return
    folder = RunRequest.objects.select_related("folder").get(pk=request)
    try:
        asked = asked_of(Path(folder.folder.path), folder.draws, folder.seed)
        run = _computed(asked, Teller(request))
    except Stopped:
        log.info("run_stopped", request=request)
    except StudyError as error:
        _fail(request, [{"it": p.sentence("it"), "en": p.sentence("en")} for p in error.problems])
    except OutputError as error:
        _fail(request, [{"it": error.text.it, "en": error.text.en}])
    except MemoryError:
        _fail(request, [LARGE])
    except Exception:
        log.exception("run_broke_off", request=request)
        _fail(request, [BROKEN])
    else:
        _finish(request, run)


def _computed(asked: Asked, tell: Teller) -> Run:
    run = stored(asked.key)
    if run is not None:
        return run
    ready = compute(asked, part(tell, 0.0, 0.6))
    with publishing(asked.key.study, waiting=tell.beat):
        run = stored(asked.key) or store(
            ready, current=False, tell=part(tell, 0.6, 1.0), allow=tell.allow
        )
        remove_left_over_files(asked.key.study)
    return run


def _finish(request: int, run: Run) -> None:
    """A word of cancelling that came after the run was stored comes too late for it, and still holds."""
    RunRequest.objects.filter(pk=request, state=RequestState.RUNNING).update(
        state=RequestState.DONE, share=1.0, step="done", ended=timezone.now(), run=run
    )


def _fail(request: int, problems: list[dict[str, str]]) -> None:
    RunRequest.objects.filter(pk=request, state=RequestState.RUNNING).update(
        state=RequestState.FAILED, ended=timezone.now(), problems=problems
    )
