"""Plans of access: who has one, and the hours that are theirs alone."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.catalogue.rows import BILINGUAL, assign, key_for, write_row
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import AccessPlan, PlanHolding, ReservedTime, Resource
from fucina.centre.people.models import Organisation, Person
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem


def write_access_plan(plan: AccessPlan, *, by: Any, **told: Any) -> AccessPlan:
    """New or changed."""
    allow(by, "labs.manage_resources")
    assign(plan, told, BILINGUAL)
    plan.key = plan.key or key_for(AccessPlan, plan.name)
    return write_row(plan)


def give_plan(
    plan: AccessPlan,
    *,
    by: Any,
    person: Person | None = None,
    organisation: Organisation | None = None,
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> PlanHolding:
    """To a person, or to everybody of an organisation."""
    allow(by, "labs.manage_resources")
    holding = PlanHolding(
        plan=plan, person=person, organisation=organisation, valid_from=valid_from or today(),
        valid_until=valid_until,
    )  # fmt: skip
    if bool(person) == bool(organisation):
        text = _("Choose a person or an organisation, not both.")
        return write_row(holding, Problem("one", text, "organisation"))
    return write_row(holding)


def end_holding(holding: PlanHolding, *, by: Any) -> None:
    """From today on; one that has not begun is removed."""
    allow(by, "labs.manage_resources")
    with one_write():
        end_period(holding)


def reserve_hours(plan: AccessPlan, resource: Resource, hours: str, *, by: Any) -> ReservedTime:
    """What others have booked in them stays booked."""
    allow(by, "labs.manage_resources")
    return write_row(ReservedTime(plan=plan, resource=resource, hours=hours.strip()))


def free_hours(reserved: ReservedTime, *, by: Any) -> None:
    allow(by, "labs.manage_resources")
    with one_write():
        reserved.delete()


def end_period(row: Any) -> None:
    """Yesterday was its last day."""
    yesterday = today() - dt.timedelta(days=1)
    if row.valid_from > yesterday:
        row.delete()
        return
    row.valid_until = min(row.valid_until or yesterday, yesterday)
    row.save(update_fields=["valid_until"])
