"""The person for whom it is, with roles, suspensions and plans: one query."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone

from fucina.centre.labs.domain.asking import Asked
from fucina.centre.labs.domain.moments import day_of
from fucina.centre.labs.domain.rules_of_booking.facts import Member, Suspended, Who
from fucina.centre.labs.models import PlanHolding, Suspension
from fucina.centre.people.models import Membership, Person
from fucina.centre.prepared import Given, Prepared


def who_of(asked: Asked) -> Who:
    organisation = asked.organisation.pk if asked.organisation else None
    (person,) = PERSON.rows(
        person=asked.person.pk,
        organisation=organisation,
        day=day_of(asked.span.start),
        today=timezone.localdate(),
    )
    return Who(
        person.pk,
        str(person),
        organisation,
        tuple(Member(**row | _period(row)) for row in person.roles),
        tuple(Suspended(**row | _period(row)) for row in person.suspended),
        frozenset(person.plan_numbers),
    )


def _person() -> Any:
    return Person.objects.filter(pk=Given("person")).annotate(
        roles=ArraySubquery(
            Membership.objects.filter(person=OuterRef("pk")).values(
                json=JSONObject(
                    organisation="organisation_id",
                    kind="organisation__kind",
                    role="role",
                    first="valid_from",
                    last="valid_until",
                )
            )
        ),
        suspended=ArraySubquery(
            Suspension.objects.filter(person=OuterRef("pk"))
            .filter(Q(valid_until=None) | Q(valid_until__gte=Given("today")))
            .values(
                json=JSONObject(
                    laboratory="laboratory_id",
                    reason="reason",
                    first="valid_from",
                    last="valid_until",
                )
            )
        ),
        plan_numbers=ArraySubquery(
            PlanHolding.objects.on(Given("day"))
            .filter(Q(person=OuterRef("pk")) | Q(organisation=Given("organisation")))
            .values("plan_id")
        ),
    )


PERSON = Prepared[Any](_person)


def _period(row: dict[str, Any]) -> dict[str, dt.date | None]:
    last = row["last"]
    return {
        "first": dt.date.fromisoformat(row["first"]),
        "last": dt.date.fromisoformat(last) if last else None,
    }
