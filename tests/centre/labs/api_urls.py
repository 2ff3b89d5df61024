"""The laboratories' API by itself, so that its tests need nothing but it."""

from django.urls import path
from ninja import NinjaAPI

from fucina.centre.api.problems import add_handlers
from fucina.centre.labs.api import router
from fucina.config import urls

api = NinjaAPI(title="Labs", version="labs", docs_url=None, urls_namespace="labs-test")
add_handlers(api)
api.add_router("", router)
urlpatterns = [path("api/only-labs/", api.urls), *urls.urlpatterns]
