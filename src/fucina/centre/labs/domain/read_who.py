"""The person for whom it is, with roles, suspensions and plans: read with the resources, by themselves where there are none."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q
from django.db.models.functions import JSONObject
from django.utils import timezone

from fucina.centre.labs.domain.asking import Asked
from fucina.centre.labs.domain.moments import day_of
from fucina.centre.labs.domain.rules_of_booking.facts import Member, Suspended, Who
from fucina.centre.labs.models import PlanHolding, Suspension
from fucina.centre.people.models import Membership, Person
from fucina.centre.prepared import Given, Prepared


def who_of(asked: Asked, resources: Sequence[Any]) -> Who:
    read = resources[0] if resources else PERSON.rows(**given_person(asked))[0]
    return Who(
        asked.person.pk,
        str(asked.person),
        asked.organisation.pk if asked.organisation else None,
        tuple(Member(**row | _period(row)) for row in read.roles),
        tuple(Suspended(**row | _period(row)) for row in read.suspended),
        frozenset(read.plan_numbers),
    )


def given_person(asked: Asked) -> dict[str, Any]:
    """What the annotations of the person ask for."""
    return {
        "person": asked.person.pk,
        "organisation": asked.organisation.pk if asked.organisation else None,
        "day": day_of(asked.span.start),
        "today": timezone.localdate(),
    }


def of_person() -> dict[str, Any]:
    """Annotations that say the same on every row, and are worked out once."""
    return {
        "roles": ArraySubquery(
            Membership.objects.filter(person=Given("person")).values(
                json=JSONObject(
                    organisation="organisation_id",
                    kind="organisation__kind",
                    role="role",
                    first="valid_from",
                    last="valid_until",
                )
            )
        ),
        "suspended": ArraySubquery(
            Suspension.objects.filter(person=Given("person"))
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
        "plan_numbers": ArraySubquery(
            PlanHolding.objects.on(Given("day"))
            .filter(Q(person=Given("person")) | Q(organisation=Given("organisation")))
            .values("plan_id")
        ),
    }


PERSON = Prepared[Any](
    lambda: Person.objects.filter(pk=Given("person")).only("pk").annotate(**of_person())
)


def _period(row: dict[str, Any]) -> dict[str, dt.date | None]:
    last = row["last"]
    return {
        "first": dt.date.fromisoformat(row["first"]),
        "last": dt.date.fromisoformat(last) if last else None,
    }
