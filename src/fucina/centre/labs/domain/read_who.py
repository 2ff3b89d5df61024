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


def who_of(asked: Asked) -> Who:
    day = day_of(asked.span.start)
    person: Any = (
        Person.objects.filter(pk=asked.person.pk)
        .annotate(
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
                .filter(Q(valid_until=None) | Q(valid_until__gte=timezone.localdate()))
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
                PlanHolding.objects.on(day)
                .filter(Q(person=OuterRef("pk")) | Q(organisation=asked.organisation))
                .values("plan_id")
            ),
        )
        .get()
    )
    return Who(
        person.pk,
        str(person),
        asked.organisation.pk if asked.organisation else None,
        tuple(Member(**row | _period(row)) for row in person.roles),
        tuple(Suspended(**row | _period(row)) for row in person.suspended),
        frozenset(person.plan_numbers),
    )


def _period(row: dict[str, Any]) -> dict[str, dt.date | None]:
    last = row["last"]
    return {
        "first": dt.date.fromisoformat(row["first"]),
        "last": dt.date.fromisoformat(last) if last else None,
    }
