"""Users with a project, a qualification and a token; machines that ask for it; bookings. Prints what clients need.

Stored bookings are written past the rules and the history, so that a hundred thousand take seconds; indexes and the
constraint against overlaps see them as any other.
"""

import datetime as dt
import json
import sys
from decimal import Decimal
from typing import Any

import django

django.setup()

from django.db import connection, transaction
from django.urls import reverse

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.charging.domain import record_account, record_project
from fucina.centre.labs.domain.feeds import make_feed
from fucina.centre.labs.models import (
    Building,
    Grant,
    Laboratory,
    Machine,
    MachineType,
    Policy,
    Qualification,
    Requirement,
    Resource,
    Schedule,
)
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, Site, User

LONG_AGO = dt.date(2020, 1, 1)
FILL = """
WITH booked AS (
    INSERT INTO labs_booking (uid, sequence, kind, status, person_id, organisation_id, starts, ends, title, purpose,
        economic, user_kind, preferential, risk_assessment, decision, overridden, override_reason, cancel_reason, late,
        request_key, created, updated)
    SELECT gen_random_uuid(), 0, 'use', 'confirmed', (%(people)s::bigint[])[1 + n %% cardinality(%(people)s::bigint[])], %(firm)s,
           %(start)s + n * %(step)s, %(start)s + (n + 1) * %(step)s, '', '', 'non_economic', 'other', false, '', '', '{}',
           '', '', false, '', now(), now()
      FROM generate_series(0, %(number)s - 1) n
    RETURNING id, starts, ends
)
INSERT INTO labs_allocation (booking_id, resource_id, schedule_id, during, quantity, role, status, exclusive)
SELECT id, %(resource)s, %(schedule)s, tstzrange(starts, ends, '[)'), 1, 'asked', 'confirmed', true FROM booked
"""


def seed(users: int, tools: int, policy: dict[str, Any]) -> dict[str, object]:
    centre = Organisation.objects.create(name="Centro", kind="centre")
    firm = Organisation.objects.create(name="Officina", kind="company")
    site = Site.objects.create(organisation=centre, municipality="Torino")
    laboratory = Laboratory.objects.create(
        name="Laboratorio",
        organisation=centre,
        building=Building.objects.create(site=site, name="Edificio"),
        opening_hours="24/7",
        policy=Policy.objects.create(name="Regole", **policy),
    )
    type_ = MachineType.objects.create(key="machine", name="Macchina")
    qualification = Qualification.objects.create(key="machine", name="Uso", kind="operation")
    Requirement.objects.create(qualification=qualification, laboratory=laboratory)
    machines = [machine(f"Macchina {n}", laboratory, centre, type_) for n in range(tools)]
    accountant = person("conti", centre, Role.ACCOUNTANT)
    people = [person(f"user{n}", firm, Role.COMPANY_MEMBER) for n in range(users)]
    account = record_account(firm, "A-1", "Ordine", LONG_AGO, by=accountant)
    projects = [
        record_project(firm, f"Commessa {n}", LONG_AGO, {account: Decimal(100)}, by=accountant, user_class="sme")
        for n in range(users)
    ]  # fmt: skip
    Grant.objects.bulk_create(
        Grant(person=one.person, qualification=qualification, granted_on=LONG_AGO) for one in people
    )
    _token, secret = make_feed(by=people[0], resource=machines[-1])
    return {
        "firm": firm.pk,
        "subscription": reverse("labs:feed", kwargs={"secret": secret}),
        "tools": [one.pk for one in machines],
        "projects": [one.pk for one in projects],
        "tokens": [token(one) for one in people],
    }


def machine(name: str, laboratory: Laboratory, owner: Organisation, type_: MachineType) -> Resource:
    found = Resource.objects.create(
        name=name, kind="machine", laboratory=laboratory, owner=owner,
        schedule=Schedule.objects.create(name=name),
    )  # fmt: skip
    Machine.objects.create(resource=found, type=type_)
    return found


def person(name: str, where: Organisation, role: Role) -> User:
    user = User.objects.create_user(f"{name}@fucina.example")
    made = Person.objects.create(user=user, given_name=name, email=user.email)
    Membership.objects.create(person=made, organisation=where, role=role, valid_from=LONG_AGO)
    return User.objects.get(pk=user.pk)


def token(user: User) -> str:
    secret = f"a secret of {user.email}"
    Token.objects.create(
        user=user, name="bench", digest=digest_of(secret), start="bench",
        scopes=["labs:read", "labs:write"], expires=dt.datetime(2100, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    return secret


def fill(tools: list[int], number: int, start: dt.datetime, minutes: int) -> dict[str, object]:
    """So many bookings of each of these, one after another; the number of all that are stored."""
    firm = Organisation.objects.get(kind="company")
    given: dict[str, Any] = {
        "firm": firm.pk,
        "people": list(Membership.objects.filter(organisation=firm).values_list("person", flat=True)),
        "start": start,
        "step": dt.timedelta(minutes=minutes),
        "number": number,
    }  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for resource in Resource.objects.filter(pk__in=tools):
            cursor.execute(FILL, given | {"resource": resource.pk, "schedule": resource.schedule_id})  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # else PostgreSQL does it while requests are measured
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT count(*) FROM labs_booking")
        return {"stored": cursor.fetchone()[0]}


if __name__ == "__main__":
    what, given = sys.argv[1], json.loads(sys.argv[2])
    if "start" in given:
        given["start"] = dt.datetime.fromisoformat(given["start"])
    print(json.dumps(seed(**given) if what == "seed" else fill(**given)))
