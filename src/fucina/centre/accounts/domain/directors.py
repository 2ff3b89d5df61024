"""The centre never loses its last director by an act of this program."""

import datetime as dt

from django.db import connection

from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership


def hold_directors() -> None:
    """Until the transaction ends, no other takes a director away: who is left can be counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('accounts.directors'))")


def others_direct(day: dt.date, *, without: int) -> bool:
    """Whether on that day someone other than this person directs the centre and may sign in."""
    others = Membership.objects.on(day).filter(role=Role.DIRECTOR, person__user__is_active=True)
    return others.exclude(person=without).exists()
