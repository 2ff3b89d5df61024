"""The list of runs, and how a run that was asked for is getting on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from fucina.centre.planning.domain.queries import current_run
from fucina.centre.planning.enums import RequestState, RunStatus
from fucina.centre.planning.models import Run, RunRequest
from fucina.centre.planning.presentation.pages import page_name, runs_tab, tabs
from fucina.centre.planning.presentation.reader import current_reader
from fucina.centre.planning.presentation.table import Cell, Row, cell, row
from fucina.documents import numbers
from fucina.documents.text import Language
from fucina.ui.listing import Listing

SORTS = {
    "computed": ["computed_at"],
    "draws": ["draws", "computed_at"],
    "study": ["study", "computed_at"],
}
MINUTE = 60


@dataclass(frozen=True)
class RunsPage:
    listing: Listing[Run]
    columns: list[dict[str, str]]
    rows: list[Row]
    starts: bool
    several: bool
    """Whether there are two runs to compare."""


@dataclass(frozen=True)
class Waiting:
    """A run that was asked for, while it is not done."""

    pk: int
    title: str
    by: str
    state: str
    badge: str
    share: float
    percent: str
    step: str
    problems: list[str]
    url: str
    cancel: str
    restart: str
    result: str
    unfinished: bool
    stalled: bool


def language() -> Language:
    return "en" if get_language() == "en" else "it"


def runs_tabs(user: Any, current: str) -> dict[str, Any]:
    """The same tabs as on the study's pages, where a study is published; and the pages about runs."""
    reader = current_reader()
    study_tabs = tabs(reader, "runs", user) if reader else runs_tab(user, current=True)
    beside = [
        {"label": page_name(name), "url": reverse(f"planning:{name}"), "current": name == current}
        for name in ("runs", "links")
        if name == "runs" or user.has_perm("planning.share_run")
    ]
    return {"study_tabs": study_tabs, "study_pages": beside}


def runs_page(listing: Listing[Run], user: Any) -> RunsPage:
    columns = [
        {"label": _("Computed"), "sort": "computed"},
        {"label": _("Study"), "sort": "study"},
        {"label": _("Answer")},
        {"label": _("Draws"), "kind": "number", "sort": "draws"},
        {"label": _("Seed"), "kind": "number"},
        {"label": _("Asked by")},
        {"label": _("Took"), "kind": "number"},
        {"label": _("Engine")},
        {"label": _("State")},
    ]
    return RunsPage(
        listing=listing,
        columns=columns,
        rows=[_row(run) for run in listing],
        starts=user.has_perm("planning.start_run"),
        several=listing.total > 1,
    )


def run_title(run: Run) -> str:
    return run.title_en if language() == "en" else run.title_it


def moment(run: Run) -> str:
    return date_format(timezone.localtime(run.computed_at), "SHORT_DATETIME_FORMAT")


def _row(run: Run) -> Row:
    url = reverse("planning:run:overview", args=[run.pk])
    found = row(
        [
            cell(moment(run), url=url),
            run_title(run),
            _answer(run),
            numbers.number(run.draws, language()),
            str(run.seed),
            _asked_by(run),
            duration(run.seconds),
            cell(run.version, note=run.fingerprint[:12]),
            _state(run),
        ]
    )
    return found | {"value": run.pk, "label": moment(run)}  # type: ignore[return-value]


def _answer(run: Run) -> Cell | str:
    seat, share = run.answer.get("seat"), run.answer.get("probability")
    if not seat:
        return "–"
    return cell(seat[language()], note=numbers.percent(share, language(), 1))


def _asked_by(run: Run) -> str:
    """The person who asked for it on the web, if one did."""
    asked = next((request.asked_by for request in run.requests.all()), None)
    return str(asked) if asked else _("from the folder")


def _state(run: Run) -> Cell:
    badges = {RunStatus.CURRENT: "good", RunStatus.SUPERSEDED: "neutral", RunStatus.KEPT: "waiting"}
    status = RunStatus(run.status)
    return cell("", badge=badges[status]) | {"badge_text": str(status.label)}


def duration(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    if seconds < MINUTE:
        return f"{numbers.number(seconds, language())} s"
    return f"{int(seconds // MINUTE)} min {int(seconds % MINUTE)} s"


def waiting(requests: Iterable[RunRequest], user: Any) -> list[Waiting]:
    return [request_page(request, user) for request in requests]


def request_page(request: RunRequest, user: Any) -> Waiting:
    may, url = (
        user.has_perm("planning.start_run"),
        reverse("planning:run_request", args=[request.pk]),
    )
    over = request.state in (RequestState.FAILED, RequestState.CANCELLED) or request.stalled
    return Waiting(
        pk=request.pk,
        title=_("%(draws)s draws, seed %(seed)s")
        % {"draws": numbers.number(request.draws, language()), "seed": request.seed},
        by=_("%(who)s, %(when)s")
        % {
            "who": request.asked_by or _("a person who is gone"),
            "when": date_format(timezone.localtime(request.asked), "SHORT_DATETIME_FORMAT"),
        },
        state=_("Stopped") if request.stalled else str(RequestState(request.state).label),
        badge=_badge(request),
        share=request.share,
        percent=numbers.percent(request.share, language()),
        step=_steps().get(request.step, "") if request.unfinished else "",
        problems=[problem[language()] for problem in request.problems],
        url=url,
        cancel=f"{url}cancel/" if may and request.unfinished and not request.stalled else "",
        restart=f"{url}restart/" if may and over else "",
        result=reverse("planning:run:overview", args=[request.run_id]) if request.run_id else "",
        unfinished=request.unfinished and not request.stalled,
        stalled=request.stalled,
    )


def _badge(request: RunRequest) -> str:
    if request.stalled:
        return "bad"
    return {
        RequestState.QUEUED: "waiting",
        RequestState.RUNNING: "waiting",
        RequestState.DONE: "good",
        RequestState.FAILED: "bad",
        RequestState.CANCELLED: "neutral",
    }[RequestState(request.state)]


def _steps() -> dict[str, str]:
    """What the engine calls its steps, in words."""
    return {
        "evaluation": _("Computing every combination in every future"),
        "decision": _("Weighing what each institution would prefer"),
        "finance": _("Drawing up the accounts"),
        "programme": _("Placing the activities in time"),
        "charts": _("Drawing the charts"),
        "waiting": _("Waiting for another run of this study to be stored"),
        "data": _("Writing the tables"),
        "report": _("Writing the reports"),
        "done": pgettext("run", "Done"),
    }


def is_current(run: Run) -> bool:
    found = current_run(run.study)
    return found is not None and found.pk == run.pk
