"""The laboratories for programs: the same commands, the same rules, the same refusals as on the pages.

What is refused because somebody else was first answers 409; every other refusal 422; a window that is too long 400.
"""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Path, Query, Router, Schema, Status
from ninja.decorators import decorate_view

from fucina.centre.api.authentication import TokenAuthentication
from fucina.centre.api.idempotency import DOCUMENTED, idempotent
from fucina.centre.api.paging import LARGEST, Page, page
from fucina.centre.api.problems import ProblemDetails, problem
from fucina.centre.charging.domain.queries import chargeable_project
from fucina.centre.labs import domain
from fucina.centre.labs.domain import queries
from fucina.centre.labs.domain.asking import Asked, Item
from fucina.centre.labs.domain.earliest_free import earliest_free
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.queries.events import WindowTooLong
from fucina.centre.labs.domain.queries.visible import with_names
from fucina.centre.labs.domain.rules_of_booking import CONFLICTS
from fucina.centre.labs.enums import BookingKind, BookingStatus, Economic, ResourceKind
from fucina.centre.labs.models import Booking, Resource
from fucina.centre.people.domain.queries import organisation_for, person_for
from fucina.centre.refusal import Refusal

READ = TokenAuthentication("labs:read")
WRITE = TokenAuthentication("labs:write")
BIGGEST = 2**63 - 1
EARLIEST, LATEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC), dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
Number = Annotated[int, Path(ge=1, le=BIGGEST)]
Text = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
Moment = Annotated[dt.datetime, Field(ge=EARLIEST, le=LATEST)]
PROBLEMS = dict.fromkeys((400, 401, 403, 404, 422), ProblemDetails)
CONFLICT = {**PROBLEMS, 409: ProblemDetails}

router = Router(tags=["labs"])


class ResourceOut(Schema):
    """``capacity`` places at once; ``inside`` is the room in which it stands."""

    id: int
    kind: ResourceKind
    name: str
    about: str
    laboratory: int
    inside: int | None
    capacity: int
    status: str
    opening_hours: str


class TakenOut(Schema):
    resource: int
    quantity: int


class BookingOut(Schema):
    id: int
    uid: str
    sequence: int
    kind: BookingKind
    status: BookingStatus
    person: int
    organisation: int
    project: int | None
    starts: dt.datetime
    ends: dt.datetime
    title: str
    purpose: str
    economic: Economic
    overridden: list[str]
    resources: list[TakenOut]


class ItemIn(Schema):
    """``whole``: a room with everything that stands in it."""

    resource: int = Field(ge=1, le=BIGGEST)
    quantity: int = Field(default=1, ge=1, le=10_000)
    whole: bool = False


class BookingIn(Schema):
    """Times with their offset from UTC. ``override`` is the reason for which one who may passes rules; of others it is not seen."""

    resources: list[ItemIn] = Field(min_length=1, max_length=20)
    starts: Moment
    ends: Moment
    organisation: int = Field(ge=1, le=BIGGEST)
    person: int | None = Field(default=None, ge=1, le=BIGGEST)
    project: int | None = Field(default=None, ge=1, le=BIGGEST)
    kind: BookingKind = BookingKind.USE
    title: Text = Field(default="", max_length=160)
    purpose: Text = ""
    economic: Economic | None = None
    risk_assessment: Text = ""
    override: Text = Field(default="", max_length=500)


class SeriesIn(BookingIn):
    """``repetition`` is an iCalendar rule such as FREQ=WEEKLY;COUNT=4."""

    repetition: Text = Field(min_length=1, max_length=200)
    skip_clashes: bool = False


class SkippedOut(Schema):
    starts: dt.datetime
    ends: dt.datetime
    codes: list[str]


class SeriesOut(Schema):
    id: int
    bookings: list[BookingOut]
    skipped: list[SkippedOut]


class MoveIn(Schema):
    starts: Moment
    ends: Moment
    override: Text = Field(default="", max_length=500)


class CancelIn(Schema):
    reason: Text = Field(default="", max_length=500)


class EventOut(Schema):
    """``who`` is empty where the reader may not know it: then the time is just taken. ``taken_with`` names what was
    booked, where another resource shares its schedule."""

    booking: int
    resource: int
    start: dt.datetime
    end: dt.datetime
    kind: str
    status: str
    who: str
    title: str
    own: bool
    taken_with: str


class SpanOut(Schema):
    start: dt.datetime
    end: dt.datetime


class Listing(Schema):
    cursor: str | None = Field(
        default=None, max_length=2000, description="``next`` of the page before"
    )
    limit: int = Field(default=50, ge=1, le=LARGEST)


class ResourceFilter(Listing):
    kind: ResourceKind | None = None


class Window(Schema):
    """At most 62 days."""

    start: Moment
    end: Moment
    resource: list[int] = Field(default=[], max_length=200)


class FreeFilter(Schema):
    resource: list[Annotated[int, Field(ge=1, le=BIGGEST)]] = Field(min_length=1, max_length=20)
    minutes: int = Field(ge=1, le=60 * 24 * 60)
    organisation: int = Field(ge=1, le=BIGGEST)
    after: Moment | None = None
    most: int = Field(default=1, ge=1, le=10)


def refusing[**P](answer: Callable[P, Any]) -> Callable[P, Any]:
    """409 for what somebody else has; 400 for a window that is too long; the rest as everywhere."""

    @wraps(answer)
    def told(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return answer(*args, **kwargs)
        except WindowTooLong as error:
            return _refused(400, error)
        except Refusal as error:
            if any(one.code in CONFLICTS for one in error.problems):
                return _refused(409, error)
            return _refused(422, error)

    return told


@router.get("/labs/resources", auth=READ, response={200: Page[ResourceOut], **PROBLEMS})
def resources(request: HttpRequest, asked: Query[ResourceFilter]) -> dict[str, Any]:
    """The catalogue."""
    seen = queries.visible_resources(request.user).with_rules()
    if asked.kind:
        seen = seen.filter(kind=asked.kind)
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_resource(one) for one in items], "next": following}


@router.get("/labs/resources/{resource}", auth=READ, response={200: ResourceOut, **PROBLEMS})
def resource(request: HttpRequest, resource: Number) -> dict[str, Any]:
    return _resource(queries.resource_for(request.user, resource))


@router.get("/labs/events", auth=READ, response={200: list[EventOut], **PROBLEMS})
@refusing
def events(request: HttpRequest, asked: Query[Window]) -> Any:
    """What is taken in a time, of all resources or of some."""
    window = queries.window_of(asked.start, asked.end)
    chosen = None
    if asked.resource:
        chosen = queries.visible_resources(request.user).with_rules().filter(pk__in=asked.resource)
    return queries.events(request.user, window, chosen)


@router.get("/labs/free", auth=READ, response={200: list[SpanOut], **PROBLEMS})
@refusing
def free(request: HttpRequest, asked: Query[FreeFilter]) -> Any:
    """The first times at which all of these could be booked; none where there is none in thirty days."""
    things = queries.resources_for(request.user, asked.resource)
    organisation = organisation_for(request.user, asked.organisation)
    found = earliest_free(
        things, asked.minutes, by=_person(request), after=asked.after, most=asked.most,
        organisation=organisation,
    )  # fmt: skip
    return [{"start": span.start, "end": span.end} for span in found]


@router.get("/labs/bookings", auth=READ, response={200: Page[BookingOut], **PROBLEMS})
def bookings(request: HttpRequest, asked: Query[Listing]) -> dict[str, Any]:
    """One's own and one's organisations'; all for staff."""
    seen = with_names(queries.visible_bookings(request.user))
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_booking(one) for one in items], "next": following}


@router.get("/labs/bookings/{booking}", auth=READ, response={200: BookingOut, **PROBLEMS})
def booking(request: HttpRequest, booking: Number) -> dict[str, Any]:
    return _booking(queries.booking_for(request.user, booking))


@router.post(
    "/labs/bookings", auth=WRITE, response={201: BookingOut, **CONFLICT}, openapi_extra=DOCUMENTED
)
@decorate_view(idempotent)
@refusing
def add_booking(request: HttpRequest, given: BookingIn) -> Any:
    """Book one or several resources, all or none; every problem is told, with the nearest time that has none."""
    things, more = _wanted(request, given)
    made = domain.book(things, given.starts, given.ends, **more)
    return Status(201, _booking(made))


@router.post(
    "/labs/series", auth=WRITE, response={201: SeriesOut, **CONFLICT}, openapi_extra=DOCUMENTED
)
@decorate_view(idempotent)
@refusing
def add_series(request: HttpRequest, given: SeriesIn) -> Any:
    """Book every occurrence, or with ``skip_clashes`` those that clash with nothing."""
    things, more = _wanted(request, given)
    stored = domain.book_series(
        things, given.starts, given.ends, given.repetition, skip_clashes=given.skip_clashes, **more
    )
    made = with_names(Booking.objects.filter(series=stored.series))
    return Status(
        201,
        {
            "id": stored.series.pk,
            "bookings": [_booking(one) for one in made],
            "skipped": [
                {
                    "starts": one.span.start,
                    "ends": one.span.end,
                    "codes": [found.code for found in one.problems],
                }
                for one in stored.skipped
            ],
        },
    )


@router.post(
    "/labs/bookings/{booking}/move",
    auth=WRITE,
    response={200: BookingOut, **CONFLICT},
    openapi_extra=DOCUMENTED,
)
@decorate_view(idempotent)
@refusing
def move_booking(request: HttpRequest, booking: Number, given: MoveIn) -> Any:
    found = queries.booking_for(request.user, booking)
    domain.move(found, given.starts, given.ends, by=_person(request), override=given.override)
    return _booking(queries.booking_for(request.user, booking))


@router.post(
    "/labs/bookings/{booking}/cancel",
    auth=WRITE,
    response={200: BookingOut, **CONFLICT},
    openapi_extra=DOCUMENTED,
)
@decorate_view(idempotent)
@refusing
def cancel_booking(request: HttpRequest, booking: Number, given: CancelIn) -> Any:
    found = queries.booking_for(request.user, booking)
    domain.cancel(found, by=_person(request), reason=given.reason)
    return _booking(queries.booking_for(request.user, booking))


def _wanted(request: HttpRequest, given: BookingIn) -> tuple[list[Item], dict[str, Any]]:
    user = _person(request)
    project = _project(user, given.project)
    organisation = _organisation(user, given.organisation, project)
    person = person_for(user, given.person) if given.person else user.person
    wanted = Asked((), Span(given.starts, given.ends), user, person, organisation)
    seen = queries.resources_to_book(wanted, [one.resource for one in given.resources])
    things = [
        Item(resource, one.quantity, one.whole)
        for resource, one in zip(seen, given.resources, strict=True)
    ]
    return things, {
        "by": user,
        "organisation": organisation,
        "person": person,
        "project": project,
        "kind": given.kind,
        "title": given.title,
        "purpose": given.purpose,
        "economic": given.economic or "",
        "risk_assessment": given.risk_assessment,
        "override": given.override,
    }


def _person(request: HttpRequest) -> Any:
    """Only a user who is a person on record books."""
    user = cast("Any", request.user)
    if getattr(user, "person", None) is None:
        raise Http404
    return user


def _project(user: Any, number: int | None) -> Any:
    if number is None:
        return None
    found = chargeable_project(user, number)
    if found is None:
        raise Http404
    return found


def _organisation(user: Any, number: int, project: Any) -> Any:
    """That of the project, where it is, has been read with it."""
    if project is not None and project.organisation_id == number:
        own = project.organisation
        if own.merged_into_id is None:
            return own
    return organisation_for(user, number)


def _resource(one: Resource) -> dict[str, Any]:
    return {
        "id": one.pk,
        "kind": one.kind,
        "name": str(one),
        "about": one.said_about,
        "laboratory": one.laboratory_id,
        "inside": one.inside_id,
        "capacity": one.schedule.capacity,
        "status": one.status,
        "opening_hours": one.hours,
    }


def _booking(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk,
        "uid": str(one.uid),
        "sequence": one.sequence,
        "kind": one.kind,
        "status": one.status,
        "person": one.person_id,
        "organisation": one.organisation_id,
        "project": one.project_id,
        "starts": one.starts.astimezone(dt.UTC),
        "ends": one.ends.astimezone(dt.UTC),
        "title": one.title,
        "purpose": one.purpose,
        "economic": one.economic,
        "overridden": one.overridden,
        "resources": [
            {"resource": taken.resource_id, "quantity": taken.quantity} for taken in one.asked
        ],
    }


def _refused(status: int, refusal: Refusal) -> HttpResponse:
    alternative: Span | None = getattr(refusal, "alternative", None)
    nearest = (
        {"nearest": {"start": alternative.start.isoformat(), "end": alternative.end.isoformat()}}
        if alternative
        else {}
    )
    return problem(
        status,
        "conflict" if status == 409 else "refused",
        _("Refused: nothing was changed."),
        " ".join(one.message for one in refusal.problems),
        [
            {
                "code": one.code,
                "message": one.message,
                "field": one.field,
                "numbers": {**one.numbers, **nearest, "overridable_by": one.overridable_by},
            }
            for one in refusal.problems
        ],
    )
