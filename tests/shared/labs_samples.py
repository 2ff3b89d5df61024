"""One of each noun of the laboratories, about an organisation and a person; what nobody may see stands in an unlisted one."""

import datetime as dt

from django.db import models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from fucina.centre.labs.enums import (
    AllocationStatus,
    BookingKind,
    BookingStatus,
    CapabilityKind,
    ExceptionKind,
    QualificationKind,
    ResourceDocumentKind,
    Severity,
)
from fucina.centre.labs.models import (
    AccessPlan,
    Allocation,
    Booking,
    Building,
    CalendarException,
    Capability,
    CapabilityValue,
    Consumable,
    FeedToken,
    Grant,
    Laboratory,
    Machine,
    MachineType,
    MaintenancePlan,
    PlanHolding,
    Policy,
    PreferentialAccess,
    Presence,
    ProblemReport,
    Qualification,
    Requirement,
    ReservedTime,
    Resource,
    ResourceDocument,
    Room,
    Schedule,
    Steward,
    Suspension,
    TimeQuota,
    Use,
)
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation, Person, Site

HOUR = dt.timedelta(hours=1)
FOR_PAGE = {
    "labs:outage": "an outage", "labs:end_outage": "an outage", "labs:reschedule": "a displaced booking",
    "labs:decide": "a request", "labs:enter_room": "a room", "labs:stop_use": "use",
}  # fmt: skip
"""What a page's own noun must be more precisely."""


def labs_things(organisation: Organisation, person: Person, *, listed: bool) -> dict[str, object]:
    lab, machine, room = places(organisation, person, listed)
    soon = timezone.now().replace(minute=0, second=0, microsecond=0) + 24 * HOUR

    def booked(starts: dt.datetime, thing: Resource = machine, **fields: object) -> Booking:
        booking = Booking.objects.create(
            person=person, organisation=organisation, booked_by=person.user,
            starts=starts, ends=starts + HOUR, **fields,
        )  # fmt: skip
        status = {
            BookingStatus.DISPLACED: AllocationStatus.DISPLACED,
            BookingStatus.DONE: AllocationStatus.RELEASED,
        }.get(booking.status, AllocationStatus.CONFIRMED)
        Allocation.objects.create(
            booking=booking, resource=thing, schedule=thing.schedule, status=status,
            during=DateTimeTZRange(starts, starts + HOUR, "[)"),
        )  # fmt: skip
        return booking

    booking = booked(soon)
    outage = booked(soon + 2 * HOUR, kind=BookingKind.OUTAGE, title="Guasto")
    displaced = booked(soon + 2 * HOUR, status=BookingStatus.DISPLACED, displaced_by=outage)
    used = booked(soon - 48 * HOUR, status=BookingStatus.DONE)
    use = Use.objects.create(
        resource=machine, booking=used, operator=person, person=person, started=timezone.now()
    )
    found = about(machine, lab, person) | set_up(machine, lab, person) | {
        "laboratory": lab, "resource": machine, "a room": room, "booking": booking,
        "an outage": outage, "a displaced booking": displaced,
        "a request": booked(soon + 6 * HOUR, status=BookingStatus.REQUESTED),
        "use": use, "presence": Presence.objects.create(room=room, person=person),
        "feed": FeedToken.objects.create(user=person.user, digest=f"{person.pk:064}"),
    }  # fmt: skip
    return {noun: thing.pk for noun, thing in found.items()}


def places(
    organisation: Organisation, person: Person, listed: bool
) -> tuple[Laboratory, Resource, Resource]:
    centre = Organisation.objects.get(kind=OrganisationKind.CENTRE)
    policy, _new = Policy.objects.get_or_create(name="Regole di prova")
    lab = Laboratory.objects.create(
        name=f"Laboratorio {person.pk}", organisation=centre, policy=policy,
        opening_hours="24/7", listed=listed,
    )  # fmt: skip

    def resource(name: str, kind: str) -> Resource:
        schedule = Schedule.objects.create(name=name, capacity=1)
        return Resource.objects.create(
            name=name, kind=kind, laboratory=lab, owner=organisation, schedule=schedule, listed=listed
        )  # fmt: skip

    machine, room = resource("Tornio", "machine"), resource("Sala", "room")
    kind, _new = MachineType.objects.get_or_create(key="lathe", defaults={"name": "Tornio"})
    Machine.objects.create(resource=machine, type=kind)
    Room.objects.create(resource=room)
    return lab, machine, room


def about(machine: Resource, lab: Laboratory, person: Person) -> dict[str, models.Model]:
    capability, _new = Capability.objects.get_or_create(
        key="turning", defaults={"kind": CapabilityKind.PROCESS, "name": "Tornitura"}
    )
    qualification, _new = Qualification.objects.get_or_create(
        key="safety", defaults={"kind": QualificationKind.GENERAL_SAFETY, "name": "Sicurezza"}
    )
    now = timezone.now()
    return {
        "ability": CapabilityValue.objects.create(resource=machine, capability=capability),
        "attachment": ResourceDocument.objects.create(
            resource=machine, kind=ResourceDocumentKind.values[0], title="Manuale",
            address="https://example.com/m",
        ),
        "closure": CalendarException.objects.create(
            laboratory=lab, kind=ExceptionKind.CLOSED, starts=now, ends=now + HOUR, reason="Ferie"
        ),
        "consumable": Consumable.objects.create(laboratory=lab, name="Olio", unit="l", stock=3),
        "grant": Grant.objects.create(person=person, qualification=qualification),
        "plan": MaintenancePlan.objects.create(resource=machine, title="Filtri", every_days=30),
        "policy": lab.policy,
        "problem": ProblemReport.objects.create(
            resource=machine, severity=Severity.values[0], text="Rumore", reported_by=person.user
        ),
    }  # fmt: skip


def set_up(machine: Resource, lab: Laboratory, person: Person) -> dict[str, models.Model]:
    """What the pages of the settings are about."""
    site = Site.objects.create(organisation=lab.organisation, municipality="Torino")
    plan = AccessPlan.objects.create(key=f"plan-{person.pk}", name="Sere")
    qualification = Qualification.objects.get(key="safety")
    return {
        "access_plan": plan,
        "building": Building.objects.create(site=site, name="Edificio A"),
        "capability": Capability.objects.get(key="turning"),
        "category": machine.machine.type,
        "holding": PlanHolding.objects.create(plan=plan, person=person),
        "preferential_access": PreferentialAccess.objects.create(
            resource=machine, organisation=machine.owner, share=12, conditions="Un giorno."
        ),
        "qualification": qualification,
        "requirement": Requirement.objects.create(qualification=qualification, laboratory=lab),
        "reserved": ReservedTime.objects.create(plan=plan, resource=machine, hours="Mo 18:00-20:00"),
        "steward": Steward.objects.create(
            person=Person.objects.create(given_name="Responsabile"), laboratory=lab
        ),
        "suspension": Suspension.objects.create(person=person, laboratory=lab, reason="Chiave persa"),
        "time_quota": TimeQuota.objects.create(resource=machine, period="day", minutes=60),
    }  # fmt: skip
