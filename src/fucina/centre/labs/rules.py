"""Who may do what in the laboratories.

The catalogue is for everybody. Time is booked by whoever has a role somewhere. Those who look after a machine (its
stewards, lab managers, the director) book and start for others, decide, declare outages; who overrides rules or grants
qualifications was charged with it. Names are for oneself, colleagues and staff, as each machine's rules say.
"""

from typing import Any

from fucina.centre.labs.models import (
    Booking,
    Consumable,
    FeedToken,
    Laboratory,
    ProblemReport,
    Qualification,
    Resource,
    Use,
)
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.enums import Role
from fucina.centre.people.rules import auditor, director, has_role, reads_all, signed_in, staff
from fucina.centre.people.standing import standing
from fucina.centre.permissions import declare, predicate

manager = has_role(Role.LAB_MANAGER) | director


@predicate
def is_listed(user: Any, thing: Any) -> bool:
    """Without a thing: there is a catalogue."""
    if thing is None:
        return True
    if isinstance(thing, Resource):
        return thing.listed and thing.laboratory.listed
    return bool(thing.listed)


@predicate
def has_a_role(user: Any) -> bool:
    """Somewhere, today."""
    return bool(standing(user).organisations)


@predicate
def looks_after(user: Any, thing: Any) -> bool:
    """The resource, the laboratory, or everything a booking asked for; without a thing, anything at all."""
    mine = stewardship(user)
    if mine.everything:
        return True
    if thing is None:
        return mine.any
    if isinstance(thing, Laboratory):
        return thing.pk in mine.laboratories
    if isinstance(thing, Consumable):
        return thing.laboratory_id in mine.laboratories
    resources = resources_of(thing)
    return bool(resources) and mine.any and all(mine.over(one) for one in resources)


@predicate
def looks_after_some(user: Any, thing: Any) -> bool:
    """One of the things that a booking asked for is enough."""
    mine = stewardship(user)
    return mine.everything or (mine.any and any(mine.over(one) for one in resources_of(thing)))


@predicate
def overrides(user: Any, thing: Any) -> bool:
    """Everything that was asked for."""
    mine = stewardship(user)
    if thing is None:
        return mine.everything or bool(mine.overrides)
    resources = resources_of(thing)
    return mine.everything or (bool(resources) and all(mine.overrides_at(one) for one in resources))


@predicate
def grants(user: Any, qualification: Qualification | None) -> bool:
    """Was charged with granting for a machine or laboratory that asks for this qualification."""
    mine = stewardship(user)
    if mine.everything:
        return True
    if qualification is None or not mine.grants:
        return bool(mine.grants)
    asked = qualification.requirements.values_list("laboratory_id", "resource_id")
    return any(
        {("laboratory", laboratory), ("resource", resource)} & mine.grants
        for laboratory, resource in asked
    )


@predicate
def is_own(user: Any, booking: Booking | None) -> bool:
    """For oneself, or made by oneself."""
    if booking is None:
        return False
    return booking.person_id == standing(user).person or booking.booked_by_id == user.pk


@predicate
def is_of_own_organisation(user: Any, booking: Booking | None) -> bool:
    """Of an organisation where this person is more than a student."""
    mine = standing(user)
    return booking is not None and any(
        booking.organisation_id in where
        for role, where in mine.roles.items()
        if role != Role.STUDENT
    )


@predicate
def runs_it(user: Any, use: Use | None) -> bool:
    return use is not None and standing(user).person in (use.person_id, use.operator_id)


@predicate
def is_own_feed(user: Any, token: FeedToken | None) -> bool:
    return token is not None and token.user_id == user.pk


def resources_of(thing: Any) -> list[Resource]:
    """The resource that a thing is, or those that it is about."""
    if thing is None:
        return []
    if isinstance(thing, Resource):
        return [thing]
    if isinstance(thing, Booking):
        return [one.resource for one in asked_of(thing)]
    if isinstance(thing, (list, tuple)):
        return [one for one in thing if isinstance(one, Resource)]
    if isinstance(thing, ProblemReport):
        return [thing.resource]
    found: Resource = thing.resource
    return [found]


def asked_of(booking: Booking) -> list[Any]:
    """Its allocations as asked for; those that a list has read already are not read again."""
    known = getattr(booking, "asked", None)
    if known is None:
        known = list(booking.allocations.asked().select_related("resource__laboratory"))
    return list(known)


declare("labs.view_catalogue", is_listed | looks_after_some | reads_all)
declare("labs.book", has_a_role)
declare("labs.book_for_others", looks_after)
declare("labs.book_for_the_centre", looks_after | staff | has_role(Role.LECTURER))
declare("labs.view_booking", is_own | is_of_own_organisation | looks_after_some | reads_all)
declare("labs.change_booking", is_own | looks_after_some)
declare("labs.decide_booking", looks_after_some)
declare("labs.override_rules", overrides)
declare("labs.operate", looks_after)
declare("labs.start_use", has_a_role)
declare("labs.stop_use", runs_it | looks_after)
declare("labs.declare_outage", looks_after)
declare("labs.report_problem", has_a_role)
declare("labs.solve_problem", looks_after)
declare("labs.view_problem", looks_after | reads_all)
declare("labs.view_names", looks_after | reads_all)
declare("labs.grant_qualification", grants)
declare("labs.view_qualifications", looks_after | reads_all)
declare("labs.manage_resources", manager)
declare("labs.change_calendar", looks_after)
declare("labs.suspend", looks_after)
declare("labs.move_stock", looks_after)
declare("labs.view_ledger", looks_after | reads_all | auditor)
declare("labs.own_feed", signed_in)
declare("labs.revoke_feed", is_own_feed)
