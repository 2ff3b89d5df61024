from collections.abc import Iterable
from typing import Any

from fucina.centre.labs.domain.catalogue.add_resource import place_problems
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import ResourceKind
from fucina.centre.labs.models import Resource, Schedule
from fucina.centre.refusal import refuse_any

OF_RESOURCE = frozenset(
    {
        "name", "name_en", "about", "about_en", "inside", "owner", "agreement", "policy",
        "opening_hours", "listed", "hourly_cost", "chargeable", "laboratory",
    }
)  # fmt: skip
OF_PART = {
    "room": {"code", "floor", "area", "hazards"},
    "machine": {"type", "maker", "model", "serial", "year", "hazards", "technical_data"},
    "expert": {"position"},
    "accessory": set[str](),
}


def change_resource(resource: Resource, *, by: Any, **changes: Any) -> Resource:
    """Fields of the resource and of its own kind, by name; of an accessory also the machines that it ``fits``."""
    allow(by, "labs.manage_resources")
    part = getattr(resource, resource.kind)
    fits: Iterable[Resource] | None = (
        changes.pop("fits", None) if resource.kind == ResourceKind.ACCESSORY else None
    )
    for name, value in changes.items():
        if name in OF_PART[resource.kind]:
            setattr(part, name, value)
        elif name in OF_RESOURCE:
            setattr(resource, name, value)
        else:
            raise TypeError(f"not recorded: {name}")
    refuse_any([*check(resource), *check(part), *place_problems(resource)])
    with one_write():
        resource.save()
        part.save()
        if fits is not None:
            part.fits.set(one.machine for one in fits)
    return resource


def change_capacity(resource: Resource, capacity: int, *, by: Any) -> Resource:
    """From one to several, or back, only where nothing is booked ahead: the two are counted differently."""
    allow(by, "labs.manage_resources")
    schedule: Schedule = resource.schedule
    schedule.capacity = capacity
    refuse_any(check(schedule))
    with one_write():
        schedule.save(update_fields=["capacity"])
    return resource
