import datetime as dt
from typing import Any

from fucina.centre.labs.domain.catalogue.access_plans import end_period
from fucina.centre.labs.domain.catalogue.rows import write_row
from fucina.centre.labs.domain.letters import tell_of_suspension
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import Laboratory, Suspension
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import today


def suspend(
    person: Person,
    reason: str,
    *,
    by: Any,
    laboratory: Laboratory | None = None,
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> Suspension:
    """From one laboratory, or from all of them. What this person has booked stays booked, and cannot be started. They are told."""
    _allow(by, laboratory)
    suspension = Suspension(
        person=person, laboratory=laboratory, reason=reason.strip(), by=by,
        valid_from=valid_from or today(), valid_until=valid_until,
    )  # fmt: skip
    with one_write():
        write_row(suspension)
        tell_of_suspension(suspension)
    return suspension


def end_suspension(suspension: Suspension, *, by: Any) -> None:
    """From today on this person may book again."""
    _allow(by, suspension.laboratory)
    with one_write():
        end_period(suspension)


def _allow(by: Any, laboratory: Laboratory | None) -> None:
    if laboratory is None:
        allow(by, "labs.manage_resources")
    else:
        allow(by, "labs.suspend", laboratory)
