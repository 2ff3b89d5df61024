from django.urls import path

from fucina.centre.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("for/<slug:identity>/", views.audience, name="audience"),
    path("services/", views.services, name="services"),
    path("services/<slug:identity>/", views.service, name="service"),
    path("my-day/", views.my_day, name="my_day"),
    path("search/", views.search, name="search"),
    path("mail/", views.mail, name="mail"),
    path("about/", views.about, name="about"),
]
