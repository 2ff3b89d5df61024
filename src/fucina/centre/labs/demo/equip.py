"""Laboratories, rooms, machines, experts, accessories, consumables and qualifications of the demonstration."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from fucina.centre.charging.models import Chargeable
from fucina.centre.labs.demo.rows import (
    ACCESSORIES,
    COMPETENCES,
    CONSUMABLES,
    HALLS,
    NEEDED,
    QUALIFICATIONS,
    ROOMS,
    Hall,
    Planned,
    capabilities,
    invented_capabilities,
)
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.models import (
    Building,
    Capability,
    Laboratory,
    MachineType,
    Policy,
    Qualification,
    Requirement,
    Resource,
)
from fucina.centre.people.models import Organisation, Person, Site

HOURS = "Mo-Fr 08:00-20:00; Sa 09:00-13:00; PH off"


def equip(
    planned: Sequence[Planned], experts: Iterable[Person], centre: Organisation, *, by: Any
) -> dict[str, Resource]:
    """Everything bookable, by key."""
    policy = _policy(by)
    laboratories = {hall.key: _laboratory(hall, centre, policy, by) for hall in HALLS}
    catalogue.record_patron_day(6, 24, "San Giovanni, patrono di Torino", by=by)
    found = {hall.key: _hall(hall, laboratories[hall.key], by) for hall in HALLS}
    for one in planned:
        hall = next((hall for hall in HALLS if one.service in hall.services), HALLS[-1])
        found[one.key] = _machine(one, laboratories[hall.key], found[hall.key], by)
    _say_what_they_can_do(found, by)
    _ask_for_training(laboratories, found)
    for key, name, name_en, quantity, where in ACCESSORIES:
        found[key] = catalogue.add_accessory(
            laboratories[where], name, by=by, quantity=quantity, key=key, name_en=name_en
        )
    for key, name, name_en, unit, stock, least, where in CONSUMABLES:
        catalogue.record_consumable(
            laboratories[where], name, unit, by=by, stock=Decimal(stock), threshold=Decimal(least),
            key=key, name_en=name_en,
        )  # fmt: skip
    for number, (person, hall) in enumerate(zip(experts, HALLS, strict=False)):
        found[f"demo-expert-{number}"] = _expert(person, laboratories[hall.key], number, by)
    return found


def _policy(by: Any) -> Policy:
    return catalogue.record_policy(
        "Regole della dimostrazione", by=by, min_minutes=30, max_minutes=8 * 60,
        interval_minutes=15, horizon_days=60, preferential_horizon_days=90, late_cancel_minutes=24 * 60,
        release_minutes=30, check_in_minutes=15, hold_minutes=240,
    )  # fmt: skip


def _laboratory(hall: Hall, centre: Organisation, policy: Policy, by: Any) -> Laboratory:
    site = Site.objects.filter(organisation=centre).first() or Site.objects.create(
        organisation=centre, name="Sede dimostrativa", municipality="Torino", province="TO"
    )
    building, _new = Building.objects.get_or_create(site=site, name="Edificio dimostrativo")
    return catalogue.record_laboratory(
        hall.name, centre, by=by, building=building, opening_hours=HOURS, policy=policy,
        key=hall.key, name_en=hall.name_en,
    )  # fmt: skip


def _hall(hall: Hall, laboratory: Laboratory, by: Any) -> Resource:
    return catalogue.add_room(
        laboratory, hall.room, by=by, capacity=hall.places, key=hall.key, name_en=hall.room_en
    )


def _machine(one: Planned, laboratory: Laboratory, hall: Resource, by: Any) -> Resource:
    more: dict[str, Any] = {
        "key": one.key, "name_en": one.name_en, "about": one.about, "about_en": one.about_en,
        "inside": hall, "chargeable": Chargeable.objects.filter(key=one.key).first(),
    }  # fmt: skip
    if one.key in ROOMS:
        return catalogue.add_room(laboratory, one.name, by=by, capacity=6, **more)
    type_, _new = MachineType.objects.get_or_create(
        key=one.service, defaults={"name": laboratory.name, "name_en": laboratory.name_en}
    )
    return catalogue.add_machine(laboratory, one.name, type_, by=by, **more)


def _say_what_they_can_do(found: dict[str, Resource], by: Any) -> None:
    known = {}
    for row in capabilities():
        key = row.pop("key")
        known[key], _new = Capability.objects.get_or_create(key=key, defaults=row)
    for row in invented_capabilities():
        if row["machine"] in found:
            catalogue.say_capability(
                found[row["machine"]], known[row["capability"]], by=by, text=row["text"],
                low=float(row["low"]) if row["low"] else None,
                high=float(row["high"]) if row["high"] else None,
            )  # fmt: skip


def _ask_for_training(laboratories: dict[str, Laboratory], found: dict[str, Resource]) -> None:
    known = {}
    for key, kind, name, name_en, levels, valid, unused in QUALIFICATIONS:
        known[key], _new = Qualification.objects.get_or_create(
            key=key,
            defaults={
                "kind": kind, "name": name, "name_en": name_en, "levels": levels,
                "valid_days": valid, "unused_days": unused,
            },
        )  # fmt: skip
    for laboratory in laboratories.values():
        Requirement.objects.get_or_create(qualification=known["demo-safety"], laboratory=laboratory)
    for machine, needed in NEEDED.items():
        for key in needed if machine in found else ():
            Requirement.objects.get_or_create(qualification=known[key], resource=found[machine])


def _expert(person: Person, laboratory: Laboratory, number: int, by: Any) -> Resource:
    expert = catalogue.add_expert(
        laboratory, person, by=by, opening_hours="Mo-Fr 09:00-17:00; PH off",
        key=f"demo-expert-{number}",
    )  # fmt: skip
    skill = Capability.objects.get(key=COMPETENCES[number % len(COMPETENCES)])
    catalogue.say_capability(expert, skill, by=by)
    return expert
