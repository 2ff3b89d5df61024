"""The pages of a study stand at three kinds of address: of the published run, of a run by its number, and behind the
secret of a shared link."""

from collections.abc import Callable

from django.urls import URLPattern, include, path

from fucina.centre.planning import views
from fucina.centre.planning.views.versions import Page, View, current, of_run, shared

PAGES: tuple[tuple[str, Page], ...] = (
    ("seats/", views.seats),
    ("seats/<slug:identity>/", views.seat),
    ("boundaries/<slug:fingerprint>.geojson", views.boundaries),
    ("ranking/", views.ranking),
    ("explore/", views.explore),
    ("risk/", views.risk),
    ("hypotheses/", views.hypotheses),
    ("strategies/", views.strategies),
    ("services/", views.services),
    ("school/", views.school),
    ("money/", views.money),
    ("programme/", views.programme),
    ("governance/", views.governance),
    ("comparators/", views.comparators),
    ("figures/", views.register),
    ("figures/<str:key>/", views.figure),
    ("sources/", views.sources),
    ("sources/<slug:identity>/", views.source),
    ("downloads/", views.downloads),
    ("downloads/<path:name>", views.download),
)


def pages(version: Callable[[Page], View], start: Page = views.overview) -> list[URLPattern]:
    """Every page of the study, for one kind of address."""
    return [
        path("", version(start), name="overview"),
        *(path(route, version(page), name=page.__name__) for route, page in PAGES),
    ]


app_name = "planning"
urlpatterns = [
    *pages(current),
    path("runs/", views.runs, name="runs"),
    path("runs/start/", views.start_run, name="start_run"),
    path("runs/compare/", views.compare_runs, name="compare_runs"),
    path("runs/links/", views.links, name="links"),
    path("runs/links/<int:shared_link>/revoke/", views.revoke_link, name="revoke_link"),
    path("runs/asked/<int:run_request>/", views.run_request, name="run_request"),
    path("runs/asked/<int:run_request>/cancel/", views.cancel_run, name="cancel_run"),
    path("runs/asked/<int:run_request>/restart/", views.restart_run, name="restart_run"),
    path("runs/<int:run>/publish/", views.publish_run, name="publish_run"),
    path("runs/<int:run>/share/", views.share_run, name="share_run"),
    path("runs/<int:run>/", include((pages(of_run), "run"))),
    path("shared/<str:secret>/", include((pages(shared, views.shared_start), "shared"))),
]
