"""Looks after the study folders: a folder that changed is computed again."""

from pathlib import Path

from django.utils import timezone

from fucina.centre.planning.domain.publish import publish_folder
from fucina.centre.planning.models import Folder
from fucina.study.folder import fingerprint
from fucina.study.problem import StudyError


def refresh_folders() -> int:
    """Refreshes every folder that was ever published; how many were computed again."""
    return sum(
        refresh_folder(folder) for folder in Folder.objects.select_related("run").order_by("pk")
    )


def refresh_folder(folder: Folder) -> bool:
    """Computes a folder whose content changed, with the draws and seed of its last run.

    A folder that no longer reads keeps its last valid run; what is wrong with it is recorded.
    """
    path, run = Path(folder.path), folder.run
    try:
        if run is not None and not folder.problems and fingerprint(path) == run.fingerprint:
            return False
        new = publish_folder(path, draws=run.draws if run else None, seed=run.seed if run else None)
    except StudyError as error:
        folder.problems = [{"it": p.sentence("it"), "en": p.sentence("en")} for p in error.problems]
        folder.checked_at = timezone.now()
        folder.save(update_fields=["problems", "checked_at"])
        return False
    return new != run
