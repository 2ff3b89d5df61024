"""Finds what an address names among what this person may see; what they may not see does not exist for them."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from fucina.centre.labs import models
from fucina.centre.labs.domain import queries
from fucina.centre.labs.domain.queries import booking_for as booking
from fucina.centre.labs.domain.queries import laboratory_for as laboratory
from fucina.centre.labs.domain.queries import resource_for as resource
from fucina.centre.labs.enums import OUT_OF_SERVICE, ResourceKind

__all__ = [
    "attachment",
    "booking",
    "consumable",
    "feed",
    "laboratory",
    "outage",
    "presence",
    "problem",
    "resource",
    "room",
    "use",
]


def room(user: Any, resource: int) -> models.Resource:
    found = queries.resource_for(user, resource)
    if found.kind != ResourceKind.ROOM:
        raise Http404
    return found


def outage(user: Any, booking: int) -> models.Booking:
    found = queries.booking_for(user, booking)
    if found.kind not in OUT_OF_SERVICE:
        raise Http404
    return found


def problem(user: Any, problem: int) -> models.ProblemReport:
    found = queries.visible_problems(user).select_related(
        "resource__laboratory", "reported_by", "solved_by"
    )
    report: models.ProblemReport = get_object_or_404(found, pk=problem)
    return report


def use(user: Any, use: int) -> models.Use:
    found = models.Use.objects.filter(resource__in=queries.visible_resources(user))
    return get_object_or_404(
        found.select_related("resource__laboratory", "person", "operator"), pk=use
    )


def presence(user: Any, presence: int) -> models.Presence:
    found = models.Presence.objects.filter(room__in=queries.visible_resources(user))
    return get_object_or_404(found.select_related("room__laboratory", "person"), pk=presence)


def feed(user: Any, feed: int) -> models.FeedToken:
    return get_object_or_404(models.FeedToken, user=user.pk, pk=feed)


def attachment(user: Any, attachment: int) -> models.ResourceDocument:
    found = queries.visible_documents(user).select_related("resource__laboratory")
    document: models.ResourceDocument = get_object_or_404(found, pk=attachment)
    return document


def consumable(user: Any, consumable: int) -> models.Consumable:
    found = models.Consumable.objects.filter(laboratory__in=queries.visible_laboratories(user))
    return get_object_or_404(found.select_related("laboratory"), pk=consumable)
