"""Says what changed between two runs and why: asked for once, worked out by a worker, kept."""

from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction

from fucina.centre.planning.domain.opened import opened
from fucina.centre.planning.enums import RequestState
from fucina.centre.planning.models import Run, RunComparison
from fucina.study.compare import Comparison, compare

log = structlog.get_logger(__name__)


def compare_runs(old: Run, new: Run, *, by: Any) -> RunComparison:
    """The comparison of two runs, as far as it is: worked out in the background if it never was."""
    from fucina.centre.planning.tasks import compare_two_runs

    if not by.has_perm("planning.view_runs"):
        raise PermissionDenied
    with transaction.atomic():
        found, made = RunComparison.objects.get_or_create(old=old, new=new)
        if made:
            compare_two_runs.enqueue(found.pk)
    return found


def work_out_comparison(comparison: int) -> None:
    """Does nothing for one that is done, or being worked out."""
    begun = RunComparison.objects.filter(pk=comparison, state=RequestState.QUEUED).update(
        state=RequestState.RUNNING
    )
    if not begun:
        return
    found = RunComparison.objects.select_related("old", "new").get(pk=comparison)
    try:
        answer = compared(found.old, found.new, attributed=True)
        found.found = answer.model_dump(mode="json")
    except Exception:
        log.exception("comparison_broke_off", comparison=comparison)
        found.state = RequestState.FAILED
    else:
        found.state = RequestState.DONE
    found.save(update_fields=["found", "state"])


def compared(old: Run, new: Run, *, attributed: bool) -> Comparison:
    """With ``attributed``, which changes moved the answer: that computes the study many times over."""
    before, after = opened(old), opened(new)
    return compare(before.study, before.result, after.study, after.result, attributed=attributed)
