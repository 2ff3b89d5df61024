from fucina.centre.planning.views.boundaries import boundaries
from fucina.centre.planning.views.comparators import comparators
from fucina.centre.planning.views.compare import compare_runs
from fucina.centre.planning.views.downloads import download, downloads
from fucina.centre.planning.views.explore import explore, shared_start
from fucina.centre.planning.views.figure import figure
from fucina.centre.planning.views.governance import governance
from fucina.centre.planning.views.hypotheses import hypotheses
from fucina.centre.planning.views.links import links, revoke_link, share_run
from fucina.centre.planning.views.money import money
from fucina.centre.planning.views.overview import overview
from fucina.centre.planning.views.programme import programme
from fucina.centre.planning.views.ranking import ranking
from fucina.centre.planning.views.register import register
from fucina.centre.planning.views.risk import risk
from fucina.centre.planning.views.runs import (
    cancel_run,
    publish_run,
    restart_run,
    run_request,
    runs,
    start_run,
)
from fucina.centre.planning.views.school import school
from fucina.centre.planning.views.seat import seat
from fucina.centre.planning.views.seats import seats
from fucina.centre.planning.views.services import services
from fucina.centre.planning.views.sources import source, sources
from fucina.centre.planning.views.strategies import strategies

__all__ = [
    "boundaries",
    "cancel_run",
    "comparators",
    "compare_runs",
    "download",
    "downloads",
    "explore",
    "figure",
    "governance",
    "hypotheses",
    "links",
    "money",
    "overview",
    "programme",
    "publish_run",
    "ranking",
    "register",
    "restart_run",
    "revoke_link",
    "risk",
    "run_request",
    "runs",
    "school",
    "seat",
    "seats",
    "services",
    "share_run",
    "shared_start",
    "source",
    "sources",
    "start_run",
    "strategies",
]
