"""Fills a calendar quickly: an hour each, one machine after another, written past the rules."""

import datetime as dt

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from tests.centre.labs.conftest import Lab, at

from fucina.centre.labs.models import Allocation, Booking, Resource

HOURS = 24
HOUR = dt.timedelta(hours=1)


def filled(lab: Lab, number: int, machines: int = 10, start: str = "2027-03-02 00:00") -> list[Booking]:  # fmt: skip
    """So many bookings of people of the firm, added to what there is."""
    if not number:
        return []
    several = [lab.machine(f"Macchina {n}") for n in range(machines)]
    person = lab.user(f"riempie{Resource.objects.count()}").person
    first = at(start)
    bookings = Booking.objects.bulk_create(
        Booking(
            person=person,
            organisation=lab.firm,
            starts=first + n // machines * HOUR,
            ends=first + (n // machines + 1) * HOUR,
        )
        for n in range(number)
    )
    Allocation.objects.bulk_create(
        Allocation(
            booking=booking,
            resource=several[n % machines],
            schedule=several[n % machines].schedule,
            during=DateTimeTZRange(booking.starts, booking.ends, "[)"),
        )
        for n, booking in enumerate(bookings)
    )
    return bookings
