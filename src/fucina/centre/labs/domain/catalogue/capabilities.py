from typing import Any

from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.models import Capability, CapabilityValue, Resource
from fucina.centre.refusal import refuse_any


def say_capability(
    resource: Resource,
    capability: Capability,
    *,
    by: Any,
    text: str = "",
    low: float | None = None,
    high: float | None = None,
) -> CapabilityValue:
    """That it can do this; said again with the same words, the numbers are written anew."""
    allow(by, "labs.manage_resources")
    value = CapabilityValue.objects.filter(
        resource=resource, capability=capability, text=text
    ).first() or CapabilityValue(resource=resource, capability=capability, text=text)
    value.low, value.high = low, high
    refuse_any(check(value))
    with one_write():
        value.save()
    return value


def remove_capability(value: CapabilityValue, *, by: Any) -> None:
    allow(by, "labs.manage_resources")
    with one_write():
        value.delete()
