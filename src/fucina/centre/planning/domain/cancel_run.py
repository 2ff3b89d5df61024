"""Cancels a run that was asked for and is not done."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.planning.enums import UNFINISHED, RequestState
from fucina.centre.planning.models import RunRequest
from fucina.centre.refusal import Problem, Refusal


def cancel_run(request: RunRequest, *, by: Any) -> None:
    """From now on nothing of it will be kept; its worker stops at its next step. Refuses one that has ended."""
    if not by.has_perm("planning.start_run"):
        raise PermissionDenied
    cancelled = RunRequest.objects.filter(pk=request.pk, state__in=UNFINISHED).update(
        state=RequestState.CANCELLED, ended=timezone.now()
    )
    if not cancelled:
        raise Refusal([Problem("ended", _("The run has ended already."))])
    request.refresh_from_db()
