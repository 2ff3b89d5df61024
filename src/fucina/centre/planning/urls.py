from django.urls import path

from fucina.centre.planning import views

app_name = "planning"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("seats/", views.seats, name="seats"),
    path("seats/<slug:identity>/", views.seat, name="seat"),
    path("boundaries/<slug:fingerprint>.geojson", views.boundaries, name="boundaries"),
    path("ranking/", views.ranking, name="ranking"),
    path("hypotheses/", views.hypotheses, name="hypotheses"),
    path("money/", views.money, name="money"),
    path("programme/", views.programme, name="programme"),
    path("governance/", views.governance, name="governance"),
    path("services/", views.services, name="services"),
    path("figures/", views.register, name="register"),
    path("figures/<str:key>/", views.figure, name="figure"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:identity>/", views.source, name="source"),
    path("downloads/", views.downloads, name="downloads"),
    path("downloads/<path:name>", views.download, name="download"),
]
