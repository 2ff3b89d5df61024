"""What a person may see, as filters: with the words of ``rules``."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from fucina.centre.governance.models import (
    Agreement,
    Document,
    Obligation,
    Party,
    PromisedContribution,
    Quota,
)
from fucina.centre.governance.models.promised_contribution import PromisedContributionQuerySet
from fucina.centre.governance.rules import oversees, represented_by
from fucina.centre.people.models.period import PeriodQuerySet


def visible_agreements(user: Any) -> QuerySet[Agreement]:
    if oversees(user):
        return Agreement.objects.all()
    return Agreement.objects.filter(Q(public=True) | _is_party(user, "pk"))


def agreements_seen_through(user: Any) -> QuerySet[Agreement]:
    """Those whose contributions, quotas and unpublished documents this person sees."""
    if oversees(user):
        return Agreement.objects.all()
    return Agreement.objects.filter(_is_party(user, "pk"))


def visible_parties(user: Any) -> QuerySet[Party]:
    return Party.objects.filter(agreement__in=visible_agreements(user))


def visible_obligations(user: Any) -> QuerySet[Obligation]:
    return Obligation.objects.filter(agreement__in=visible_agreements(user))


def visible_documents(user: Any) -> QuerySet[Document]:
    if oversees(user):
        return Document.objects.all()
    published = Q(public=True, agreement__public=True)
    return Document.objects.filter(published | _is_party(user, "agreement"))


def visible_promises(user: Any) -> PromisedContributionQuerySet:
    if oversees(user):
        return PromisedContribution.objects.all()
    own = Q(party__organisation__in=represented_by(user))
    return PromisedContribution.objects.filter(own | _is_party(user, "party__agreement"))


def visible_quotas(user: Any) -> PeriodQuerySet[Quota]:
    if oversees(user):
        return Quota.objects.all()
    own = Q(member__in=represented_by(user))
    return Quota.objects.filter(own | _is_party(user, "agreement"))


def _is_party(user: Any, agreement: str) -> Exists:
    """This person represents one of its parties of today."""
    parties = Party.objects.on().filter(
        agreement=OuterRef(agreement), organisation__in=represented_by(user)
    )
    return Exists(parties)
