"""What is asked of the stored studies, by name. The current run is public; other runs are for those who may see them."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from fucina.centre.planning.enums import UNFINISHED, RequestState, RunStatus
from fucina.centre.planning.models import Drawing, Folder, Run, RunRequest, SharedLink
from fucina.centre.planning.models.shared_link import digest_of

HEAVY = ("study_data", "result_data")
"""What a list of runs does without: megabytes a row."""


def current_run(study: str | None = None) -> Run | None:
    """The current run of a study; without a study, the one computed last. Its data are read when asked for."""
    runs = Run.objects.filter(status=RunStatus.CURRENT).defer(*HEAVY)
    if study is not None:
        runs = runs.filter(study=study)
    return runs.order_by("-computed_at", "-pk").first()


def all_runs() -> QuerySet[Run]:
    """Every run of every study, without its data."""
    return Run.objects.defer(*HEAVY)


def folders() -> QuerySet[Folder]:
    """The folders that runs can be asked for: those that were published once, the latest first."""
    runs = Folder.objects.filter(run__isnull=False).select_related("run")
    return runs.defer(*(f"run__{name}" for name in HEAVY)).order_by("-run__computed_at", "-pk")


def requests() -> QuerySet[RunRequest]:
    """What was asked for, the latest first."""
    found = RunRequest.objects.select_related("folder__run", "asked_by", "run")
    return found.defer(*(f"{where}__{name}" for where in ("folder__run", "run") for name in HEAVY))


def listed_runs() -> QuerySet[Run]:
    """Every run with who asked for it."""
    asked = RunRequest.objects.select_related("asked_by").order_by("pk")
    return all_runs().prefetch_related(Prefetch("requests", queryset=asked))


def failed_lately() -> QuerySet[RunRequest]:
    """What failed in the last week and was not asked for again since."""
    later = RunRequest.objects.filter(
        folder=OuterRef("folder"),
        draws=OuterRef("draws"),
        seed=OuterRef("seed"),
        pk__gt=OuterRef("pk"),
    )
    week = timezone.now() - dt.timedelta(days=7)
    failed = requests().filter(state=RequestState.FAILED, asked__gte=week)
    return failed.filter(~Exists(later))[:5]


def open_requests() -> QuerySet[RunRequest]:
    return requests().filter(state__in=UNFINISHED)


def links_of(user: Any) -> QuerySet[SharedLink]:
    """The links that this person may revoke: their own, or everyone's."""
    links = SharedLink.objects.select_related("run", "made_by")
    links = links.defer(*(f"run__{name}" for name in HEAVY))
    return links if user.has_perm("planning.revoke_any_link") else links.filter(made_by=user)


def opened_by(secret: str) -> SharedLink | None:
    """The link that a secret opens now."""
    links = SharedLink.objects.select_related("run").defer(*(f"run__{name}" for name in HEAVY))
    return links.filter(digest=digest_of(secret), revoked=None, expires__gt=timezone.now()).first()


def problems_of(run: Run) -> list[dict[str, str]]:
    """What is wrong now with the folder that gave this run: sentences in both languages."""
    found = (
        Folder.objects.filter(run__study=run.study)
        .order_by("-checked_at")
        .values_list("problems", flat=True)
    )
    return next(iter(found[:1]), [])


def drawings(run: Run, names: Collection[str], language: str) -> dict[str, dict[int, str]]:
    """The charts of those names in a language: SVG by name and width."""
    found: dict[str, dict[int, str]] = {}
    rows = Drawing.objects.filter(run=run, name__in=names, language=language)
    for name, width, svg in rows.values_list("name", "width", "svg"):
        found.setdefault(name, {})[width] = svg
    return found


def output_folder(run: Run) -> Path:
    """Where the run's files are."""
    return studies_folder() / run.study / run.output


def studies_folder() -> Path:
    return Path(settings.FUCINA_VAR) / "studies"


def output_files(run: Run) -> dict[str, Path]:
    """The files of a run that may be handed out, by the name they are asked for."""
    folder = output_folder(run)
    if not folder.is_dir():
        return {}
    files = [
        *sorted(folder.glob("report.*")),
        *sorted(folder.glob("model.*")),
        *sorted(folder.glob("*.json")),
        *sorted(folder.glob("tables/*")),
    ]
    return {path.relative_to(folder).as_posix(): path for path in files if path.is_file()}
