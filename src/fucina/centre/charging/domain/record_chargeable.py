from typing import Any

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import Chargeable
from fucina.centre.refusal import refuse_any


def record_chargeable(
    key: str, kind: str, name: str, *, by: Any, name_en: str = "", active: bool = True
) -> Chargeable:
    """What can have a price, known by its key: recorded again under the same key, its names are brought up to date."""
    allow(by, "charging.manage_prices")
    return write_chargeable(key, kind, name, name_en=name_en, active=active)


def write_chargeable(
    key: str, kind: str, name: str, *, name_en: str = "", active: bool = True
) -> Chargeable:
    """For apps that have asked who may: a machine brings its own priced item with it."""
    with one_write():
        found = Chargeable.objects.filter(key=key).first() or Chargeable(key=key)
        told = {"kind": kind, "name": name, "name_en": name_en, "active": active}
        if found.pk and all(getattr(found, field) == value for field, value in told.items()):
            return found
        for field, value in told.items():
            setattr(found, field, value)
        refuse_any(check(found))
        found.save()
    return found
