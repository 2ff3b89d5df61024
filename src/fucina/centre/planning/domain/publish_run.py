"""Shows a run that is stored already to everyone, in the place of the one they read until now."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from fucina.centre.planning.domain import queries
from fucina.centre.planning.domain.lock import publishing
from fucina.centre.planning.domain.opened import OutdatedRunError, opened
from fucina.centre.planning.domain.publish import make_current
from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Folder, Run
from fucina.centre.refusal import Problem, Refusal


def publish_run(run: Run, *, by: Any) -> Run:
    """Refuses a run that this program no longer reads, and one whose folder has changed since: the folder
    would be published again within a minute."""
    if not by.has_perm("planning.publish_run"):
        raise PermissionDenied
    with publishing(run.study):
        found = Run.objects.defer("study_data", "result_data").get(pk=run.pk)
        if problems := _problems(found):
            raise Refusal(problems)
        if found.status != RunStatus.CURRENT:
            make_current(found)
        Folder.objects.filter(run__study=found.study).update(run=found)
    return found


def _problems(run: Run) -> list[Problem]:
    found = []
    try:
        opened(run)
    except OutdatedRunError:
        found.append(
            Problem("outdated", _("The run was stored by an older program: compute it again."))
        )
    if not (queries.output_folder(run) / "results.json").is_file():
        found.append(Problem("no_files", _("The run’s files were removed: compute it again.")))
    current = queries.current_run(run.study)
    if current is not None and current.fingerprint != run.fingerprint:
        found.append(
            Problem("folder_changed", _("The folder has changed since: compute it again instead."))
        )
    return found
