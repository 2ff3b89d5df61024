from fucina.centre.planning.views.boundaries import boundaries
from fucina.centre.planning.views.downloads import download, downloads
from fucina.centre.planning.views.figure import figure
from fucina.centre.planning.views.governance import governance
from fucina.centre.planning.views.hypotheses import hypotheses
from fucina.centre.planning.views.money import money
from fucina.centre.planning.views.overview import overview
from fucina.centre.planning.views.programme import programme
from fucina.centre.planning.views.ranking import ranking
from fucina.centre.planning.views.register import register
from fucina.centre.planning.views.seat import seat
from fucina.centre.planning.views.seats import seats
from fucina.centre.planning.views.services import services
from fucina.centre.planning.views.sources import source, sources

__all__ = [
    "boundaries",
    "download",
    "downloads",
    "figure",
    "governance",
    "hypotheses",
    "money",
    "overview",
    "programme",
    "ranking",
    "register",
    "seat",
    "seats",
    "services",
    "source",
    "sources",
]
