"""Who may do what with agreements and what was promised under them.

What is public of an agreement anyone reads. Contributions and quotas are for its parties' representatives and for those
who answer for the centre's money; for everybody else they do not exist.
"""

from typing import Any

from fucina.centre.governance.models import (
    Agreement,
    GivenContribution,
    PromisedContribution,
    Quota,
)
from fucina.centre.people.enums import Role
from fucina.centre.people.rules import director, has_role
from fucina.centre.people.standing import standing
from fucina.centre.permissions import declare, predicate

OVERSIGHT = (Role.DIRECTOR, Role.ACCOUNTANT, Role.FUNDING_OFFICER, Role.AUDITOR)

oversees = has_role(*OVERSIGHT)
represents_an_institution = has_role(Role.PARTNER_REPRESENTATIVE)


def represented_by(user: Any) -> frozenset[int]:
    """The organisations that this person represents today."""
    return standing(user).roles.get(Role.PARTNER_REPRESENTATIVE, frozenset())


def agreement_of(thing: Any) -> Agreement:
    """The agreement that a thing is, or belongs to."""
    if isinstance(thing, Agreement):
        return thing
    if isinstance(thing, GivenContribution):
        return agreement_of(thing.promise)
    owner = thing.party if isinstance(thing, PromisedContribution) else thing
    found: Agreement = owner.agreement
    return found


@predicate
def is_public(user: Any, thing: Any) -> bool:
    """Without a thing: there are public ones."""
    return thing is None or agreement_of(thing).public


@predicate
def is_published(user: Any, document: Any) -> bool:
    return document is not None and document.public and document.agreement.public


@predicate
def represents_party(user: Any, thing: Any) -> bool:
    """Represents an organisation that is a party today; without a thing, represents any organisation."""
    mine = represented_by(user)
    if thing is None:
        return bool(mine)
    return bool(mine) and agreement_of(thing).parties.on().filter(organisation__in=mine).exists()


@predicate
def represents_its_organisation(user: Any, thing: Any) -> bool:
    """Represents the one that promised, or that holds the quota; it keeps seeing what was its own after it has left."""
    if isinstance(thing, PromisedContribution):
        return thing.party.organisation_id in represented_by(user)
    return isinstance(thing, Quota) and thing.member_id in represented_by(user)


insiders = oversees | represents_party

declare("governance.view_agreement", is_public | insiders)
declare("governance.view_document", is_published | insiders)
declare("governance.view_contributions", insiders | represents_its_organisation)
declare("governance.view_quotas", insiders | represents_its_organisation)
declare("governance.view_own_institution", represents_an_institution)
declare("governance.record_agreement", director)
declare("governance.change_parties", director)
declare("governance.record_obligation", director)
declare("governance.attach_document", director)
declare("governance.promise_contribution", director)
declare("governance.record_given", director | has_role(Role.ACCOUNTANT))
declare("governance.record_quota", director)
