"""The demonstration of the laboratories: the machines that a study planned, with invented abilities, people and bookings."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from fucina.centre.labs.demo.equip import equip
from fucina.centre.labs.demo.live import Customer, train, work
from fucina.centre.labs.demo.rows import HALLS, Planned
from fucina.centre.labs.models import Laboratory
from fucina.centre.people.models import Organisation, Person

__all__ = ["Customer", "Planned", "populate"]


@transaction.atomic
def populate(
    planned: Sequence[Planned],
    customers: Sequence[Customer],
    experts: Iterable[Person],
    centre: Organisation,
    *,
    by: Any,
) -> bool:
    """Whether anything was written: a platform that has the demonstration's laboratories is left alone.

    ``by`` manages the laboratories (the director). A planned machine is charged as the priced item of the same key, where
    there is one, so prices come first. All customers but the last are trained.
    """
    if Laboratory.objects.filter(key=HALLS[0].key).exists():
        return False
    found = equip(planned, experts, centre, by=by)
    train(customers, by=by)
    work(found, customers, by=by)
    return True
