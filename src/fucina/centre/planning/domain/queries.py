"""What is asked of the stored studies, by name. A study is public: everyone may read all of it."""

from collections.abc import Collection
from pathlib import Path

from django.conf import settings

from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.models import Drawing, Folder, Run


def current_run(study: str | None = None) -> Run | None:
    """The current run of a study; without a study, the one computed last. Its data are read when asked for."""
    runs = Run.objects.filter(status=RunStatus.CURRENT).defer("study_data", "result_data")
    if study is not None:
        runs = runs.filter(study=study)
    return runs.order_by("-computed_at", "-pk").first()


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
        *sorted(folder.glob("*.json")),
        *sorted(folder.glob("tables/*")),
    ]
    return {path.relative_to(folder).as_posix(): path for path in files if path.is_file()}
