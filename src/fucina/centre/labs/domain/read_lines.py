"""The resources asked for, each with everything that its rules know, and the person for whom it is: one query."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.db.models.functions import JSONObject

from fucina.centre.governance.models.bilingual import in_language
from fucina.centre.labs.domain.asking import Asked, Item
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.opening import Exceptional
from fucina.centre.labs.domain.read_who import given_person, of_person
from fucina.centre.labs.domain.rules_of_booking.facts import Line, Need, Quota, Reserved, Take
from fucina.centre.labs.enums import AllocationRole
from fucina.centre.labs.models import (
    CalendarException,
    PreferentialAccess,
    Requirement,
    ReservedTime,
    Resource,
    TimeQuota,
)
from fucina.centre.labs.models.grant import last_day
from fucina.centre.prepared import AnyGiven, Given, Prepared


def lines_of(asked: Asked, resources: tuple[Resource, ...]) -> tuple[Line, ...]:
    by_number = {item.resource.pk: item for item in asked.items}
    return tuple(_line(one, by_number[one.pk], asked.span) for one in resources)


def resources_for(asked: Asked) -> tuple[Resource, ...]:
    """In the order asked for, each with all its rules: one query, or none where the caller has just read them so."""
    known: list[Any] = [item.resource for item in asked.items]
    if known and all(getattr(one, "read_for", None) == _read_for(asked) for one in known):
        return tuple(known)
    return read_resources(asked, asked.numbers)


def read_resources(asked: Asked, numbers: Sequence[int]) -> tuple[Resource, ...]:
    """For this person, organisation and time; whatever else is asked does not matter yet."""
    window = asked.span.widened(60, 60)
    rows = RESOURCES.rows(
        **given_person(asked), numbers=list(numbers), start=window.start, end=window.end
    )
    found = {one.pk: one for one in rows}
    for one in rows:
        one.read_for = _read_for(asked)
    return tuple(found[number] for number in numbers if number in found)


def _read_for(asked: Asked) -> tuple[Any, ...]:
    return asked.person.pk, asked.organisation and asked.organisation.pk, asked.span


def _resources() -> Any:
    favoured = PreferentialAccess.objects.on(Given("day"))
    return (
        Resource.objects.with_rules()
        .filter(pk=AnyGiven("numbers"))
        .annotate(
            type_number=F("machine__type_id"),
            **of_person(),
            needs_json=ArraySubquery(_needs()),
            quotas_json=ArraySubquery(_quotas()),
            reserved_json=ArraySubquery(_reserved()),
            exceptions_json=ArraySubquery(exceptions_for(Given("start"), Given("end"))),
            preferential=Exists(
                favoured.filter(resource=OuterRef("pk"), organisation=Given("organisation"))
            ),
        )
    )


RESOURCES = Prepared[Any](_resources)


def _needs() -> Any:
    return (
        Requirement.objects.filter(
            Q(resource=OuterRef("pk")) | Q(laboratory=OuterRef("laboratory_id"))
        )
        .annotate(
            held=FilteredRelation(
                "qualification__grants",
                condition=Q(
                    qualification__grants__person=Given("person"),
                    qualification__grants__revoked_on=None,
                ),
            )
        )
        .order_by("id")
        .values(
            json=JSONObject(
                qualification="qualification_id",
                name="qualification__name",
                name_en="qualification__name_en",
                level="level",
                held="held__level",
                granted="held__granted_on",
                expires="held__expires_on",
                used="held__last_used",
                valid="qualification__valid_days",
                unused="qualification__unused_days",
                never="qualification__never_used_days",
            )
        )
    )


def _quotas() -> Any:
    return (
        TimeQuota.objects.filter(Q(resource=OuterRef("pk")) | Q(type=OuterRef("machine__type_id")))
        .order_by("id")
        .values(
            json=JSONObject(
                period="period",
                minutes="minutes",
                week_starts="week_starts",
                counted_from="counted_from",
                counted_to="counted_to",
                type="type_id",
                resource="resource_id",
            )
        )
    )


def _reserved() -> Any:
    return (
        ReservedTime.objects.filter(resource=OuterRef("pk"))
        .order_by("id")
        .values(
            json=JSONObject(
                plan="plan_id", name="plan__name", name_en="plan__name_en", hours="hours"
            )
        )
    )


def exceptions_for(start: Any, end: Any) -> Any:
    """Of the resource, of its laboratory, of all laboratories; those that come back every year whenever they were."""
    about = (
        Q(resource=OuterRef("pk"))
        | Q(laboratory=OuterRef("laboratory_id"))
        | Q(resource=None, laboratory=None)
    )
    when = Q(starts__lt=end, ends__gt=start) | Q(yearly=True)
    return (
        CalendarException.objects.filter(about & when)
        .order_by("id")
        .values(
            json=JSONObject(
                kind="kind", starts="starts", ends="ends", reason="reason", yearly="yearly"
            )
        )
    )


def exceptions_of(rows: list[dict[str, Any]]) -> tuple[Exceptional, ...]:
    return tuple(
        Exceptional(
            row["kind"],
            Span(_moment(row["starts"]), _moment(row["ends"])),
            row["reason"],
            row["yearly"],
        )
        for row in rows
    )


def _line(resource: Any, item: Item, span: Span) -> Line:
    rules = resource.rules
    whole = item.whole or resource.schedule.capacity == 1
    take = Take(
        resource.pk,
        str(resource),
        resource.schedule_id,
        resource.schedule.capacity,
        resource.schedule.capacity if whole else item.quantity,
        AllocationRole.ASKED,
        span.widened(rules.setup_minutes, rules.teardown_minutes),
    )
    return Line(
        resource.pk,
        str(resource),
        resource.kind,
        resource.status,
        resource.listed and resource.laboratory.listed,
        resource.laboratory_id,
        rules,
        resource.hours,
        take,
        type=resource.type_number,
        chargeable=resource.chargeable_id,
        exceptions=exceptions_of(resource.exceptions_json),
        needs=tuple(_need(row) for row in resource.needs_json),
        reserved=tuple(
            Reserved(row["plan"], in_language(row["name"], row["name_en"]), row["hours"])
            for row in resource.reserved_json
        ),
        quotas=tuple(_quota(row) for row in resource.quotas_json),
        preferential=resource.preferential,
    )


def _need(row: dict[str, Any]) -> Need:
    last = None
    if row["granted"]:
        last = last_day(
            dt.date.fromisoformat(row["granted"]),
            _day(row["expires"]),
            _day(row["used"]),
            row["valid"],
            row["unused"],
            row["never"],
        )
    name = in_language(row["name"], row["name_en"])
    return Need(row["qualification"], name, row["level"], row["held"] or 0, last)


def _quota(row: dict[str, Any]) -> Quota:
    hours = {
        name: dt.time.fromisoformat(row[name]) if row[name] else None
        for name in ("counted_from", "counted_to")
    }
    return Quota(**row | hours)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
