from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.room_tree import would_contain_itself
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import ResourceKind
from fucina.centre.labs.models import (
    Accessory,
    Expert,
    Laboratory,
    Machine,
    MachineType,
    Resource,
    Room,
    Schedule,
)
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, refuse_any


def add_room(
    laboratory: Laboratory,
    name: str,
    *,
    by: Any,
    capacity: int = 1,
    code: str = "",
    floor: str = "",
    hazards: str = "",
    **more: Any,
) -> Resource:
    """``capacity`` people; what else a resource has (``name_en``, ``inside``, ``owner``, ``policy``, ``key`` …) by name."""
    resource = _new(laboratory, name, ResourceKind.ROOM, by, more)
    return _write(resource, capacity, Room(code=code, floor=floor, hazards=hazards))


def add_machine(
    laboratory: Laboratory,
    name: str,
    type: MachineType,  # noqa: A002  the field's own name
    *,
    by: Any,
    maker: str = "",
    model: str = "",
    serial: str = "",
    year: int | None = None,
    hazards: str = "",
    technical_data: Iterable[dict[str, Any]] = (),
    capacity: int = 1,
    **more: Any,
) -> Resource:
    """``technical_data`` are rows of name, value and unit."""
    resource = _new(laboratory, name, ResourceKind.MACHINE, by, more)
    machine = Machine(
        type=type, maker=maker, model=model, serial=serial, year=year, hazards=hazards,
        technical_data=list(technical_data),
    )  # fmt: skip
    return _write(resource, capacity, machine)


def add_expert(
    laboratory: Laboratory, person: Person, *, by: Any, position: str = "", **more: Any
) -> Resource:
    """Known by the person's name; ``opening_hours`` are the hours in which the expert can be booked."""
    more.setdefault("name", str(person))
    resource = _new(laboratory, more.pop("name"), ResourceKind.EXPERT, by, more)
    return _write(resource, 1, Expert(person=person, position=position))


def add_accessory(
    laboratory: Laboratory,
    name: str,
    *,
    by: Any,
    quantity: int = 1,
    fits: Iterable[Resource] = (),
    **more: Any,
) -> Resource:
    resource = _new(laboratory, name, ResourceKind.ACCESSORY, by, more)
    resource = _write(resource, quantity, Accessory())
    resource.accessory.fits.set(one.machine for one in fits)
    return resource


def _new(
    laboratory: Laboratory, name: str, kind: ResourceKind, by: Any, more: dict[str, Any]
) -> Resource:
    allow(by, "labs.manage_resources")
    owner: Organisation = more.pop("owner", None) or laboratory.organisation
    return Resource(laboratory=laboratory, name=name, kind=kind, owner=owner, **more)


def _write(resource: Resource, capacity: int, part: models.Model) -> Resource:
    """The resource, its schedule, and the row of its own kind."""
    schedule = Schedule(name=resource.name, capacity=capacity)
    refuse_any([*check(schedule), *check(resource, "schedule"), *check(part, "resource")])
    refuse_any(place_problems(resource))
    with one_write():
        schedule.save()
        resource.schedule = schedule
        resource.save()
        setattr(part, "resource", resource)  # noqa: B010  whichever of the four it is
        part.save()
    return resource


def place_problems(resource: Resource) -> list[Problem]:
    inside = resource.inside
    if inside is None:
        return []
    if inside.kind != ResourceKind.ROOM:
        return [Problem("inside", _("Things stand in rooms."), "inside")]
    if resource.pk and would_contain_itself(resource.pk, inside.pk):
        return [Problem("inside", _("A room does not contain itself."), "inside")]
    return []
