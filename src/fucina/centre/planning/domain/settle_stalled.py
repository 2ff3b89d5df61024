"""Requests whose worker died without a word are marked as failed, so that they can be started again."""

from django.utils import timezone

from fucina.centre.planning.enums import RequestState
from fucina.centre.planning.models import RunRequest
from fucina.centre.planning.models.run_request import PATIENCE

STALLED = {
    "it": "Chi calcolava si è fermato senza dirlo: forse la macchina è stata spenta. Nulla è stato conservato.",
    "en": "The worker stopped without a word: perhaps the machine was switched off. Nothing was kept.",
}


def settle_stalled_requests() -> int:
    """How many were marked. A worker that only seemed dead finds out at its next word, and keeps nothing."""
    now = timezone.now()
    return RunRequest.objects.filter(state=RequestState.RUNNING, heard__lt=now - PATIENCE).update(
        state=RequestState.FAILED, ended=now, problems=[STALLED]
    )
