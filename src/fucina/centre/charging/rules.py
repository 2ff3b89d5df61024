"""Who may do what with prices, payer accounts, projects and charges.

A published price list is public. Of accounts, projects and charges, people see those of their own organisation; those who
answer for the centre's money and its laboratories see all.
"""

from typing import Any

from fucina.centre.people.enums import Role
from fucina.centre.people.rules import auditor, director, has_role
from fucina.centre.people.standing import standing
from fucina.centre.permissions import declare, predicate

OWN_ROLES = (Role.COMPANY_MEMBER, Role.RESEARCHER, Role.PARTNER_REPRESENTATIVE)
"""Held at organisations that deal with the centre: their projects and accounts are these people's own."""
AT_THE_CENTRE_TOO = (Role.LECTURER, Role.ANALYST, Role.TRANSFER_OFFICER, Role.FUNDING_OFFICER, Role.SCHOOL_SECRETARY)  # fmt: skip
"""May charge the centre's own projects."""

keeps_prices = director | has_role(Role.ACCOUNTANT, Role.LAB_MANAGER)
keeps_accounts = director | has_role(Role.ACCOUNTANT)
reads_money = keeps_prices | has_role(Role.PROJECT_MANAGER) | auditor
charges_any = director | has_role(Role.ACCOUNTANT, Role.LAB_MANAGER)


def own_organisations(user: Any) -> frozenset[int]:
    """Those whose projects this person may charge."""
    mine = standing(user)
    return frozenset().union(*(mine.roles.get(role, frozenset()) for role in (*OWN_ROLES, *AT_THE_CENTRE_TOO)))  # fmt: skip


def organisations_seen(user: Any) -> frozenset[int]:
    """Those whose accounts, projects and charges this person sees."""
    mine = standing(user)
    return frozenset().union(*(mine.roles.get(role, frozenset()) for role in OWN_ROLES))


@predicate
def of_own_organisation(user: Any, thing: Any) -> bool:
    """Without a thing: belongs to any."""
    mine = organisations_seen(user)
    if thing is None:
        return bool(mine)
    return _organisation_of(thing) in mine


@predicate
def is_the_one_charged(user: Any, thing: Any) -> bool:
    """Used what was charged."""
    person = getattr(thing, "person_id", None)
    return person is not None and person == standing(user).person


@predicate
def is_on_the_project(user: Any, project: Any) -> bool:
    """May charge it: named on it, or of its organisation where nobody is named."""
    if project is None:
        return bool(own_organisations(user))
    named = {one.person_id for one in project.people.all()}
    if named:
        return standing(user).person in named
    return project.organisation_id in own_organisations(user)


def _organisation_of(thing: Any) -> int | None:
    """The organisation that an account or project is of, or whose project a charge is on."""
    for part in ("charge", "project"):
        if hasattr(thing, part) and not hasattr(thing, "organisation_id"):
            return _organisation_of(getattr(thing, part))
    found: int | None = getattr(thing, "organisation_id", None)
    return found


declare("charging.view_price_lists", reads_money)
declare("charging.manage_prices", keeps_prices)
declare("charging.view_account", reads_money | of_own_organisation)
declare("charging.manage_accounts", keeps_accounts)
declare("charging.view_project", reads_money | of_own_organisation)
declare("charging.manage_projects", keeps_prices)
declare("charging.view_charge", reads_money | of_own_organisation | is_the_one_charged)
declare("charging.charge_project", charges_any | is_on_the_project)
declare("charging.void_charge", keeps_accounts)
declare("charging.settle_uses", keeps_accounts)
declare("charging.request_adjustment", charges_any | of_own_organisation | is_the_one_charged)
declare("charging.view_adjustments", reads_money)
declare("charging.decide_adjustment", charges_any)
