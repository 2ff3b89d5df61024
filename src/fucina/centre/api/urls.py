from django.urls import path

from fucina.centre.api import views

app_name = "api"
urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("<int:token>/revoke/", views.revoke, name="revoke_token"),
]
