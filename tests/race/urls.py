"""The laboratories' API, with the doors and the machines as a reader of badges would ask for them."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from ninja import NinjaAPI, Router, Status

from fucina.centre.api.problems import add_handlers
from fucina.centre.labs import domain
from fucina.centre.labs.api import WRITE, refusing, router
from fucina.centre.labs.domain.queries import resource_for
from fucina.centre.people.domain.queries import organisation_for
from fucina.config import urls

doors = Router()


@doors.post("/rooms/{room}/entries/{organisation}", auth=WRITE, response={201: dict[str, int]})
@refusing
def enter(request: HttpRequest, room: int, organisation: int) -> Any:
    user: Any = request.user
    whose = organisation_for(user, organisation)
    made = domain.enter(resource_for(user, room), by=user, organisation=whose)
    return Status(201, {"id": made.pk})


@doors.post("/machines/{machine}/uses/{organisation}", auth=WRITE, response={201: dict[str, int]})
@refusing
def start(request: HttpRequest, machine: int, organisation: int) -> Any:
    user: Any = request.user
    whose = organisation_for(user, organisation)
    made = domain.start_use(resource_for(user, machine), by=user, organisation=whose)
    return Status(201, {"id": made.pk})


api = NinjaAPI(title="Races", version="race", docs_url=None, urls_namespace="race")
add_handlers(api)
api.add_router("", router)
api.add_router("", doors)
urlpatterns = [path("api/race/", api.urls), *urls.urlpatterns]
