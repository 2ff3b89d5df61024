from django.urls import path

from fucina.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("frame/", views.frame, name="frame"),
    path("form/", views.form, name="form"),
    path("confirm/", views.ask, name="confirm"),
    path("search/", views.find, name="search"),
]
