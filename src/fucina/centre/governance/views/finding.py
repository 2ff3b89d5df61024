"""Finds what an address names among what this person may see; what they may not see does not exist for them."""

from typing import Any

from django.shortcuts import get_object_or_404

from fucina.centre.governance import models
from fucina.centre.governance.domain import queries


def agreement(user: Any, agreement: int) -> models.Agreement:
    return get_object_or_404(queries.visible_agreements(user), pk=agreement)


def party(user: Any, party: int) -> models.Party:
    found = queries.visible_parties(user).select_related("agreement", "organisation")
    return get_object_or_404(found, pk=party)


def obligation(user: Any, obligation: int) -> models.Obligation:
    found = queries.visible_obligations(user).select_related("agreement")
    return get_object_or_404(found, pk=obligation)


def document(user: Any, document: int) -> models.Document:
    found = queries.visible_documents(user).select_related("agreement")
    return get_object_or_404(found, pk=document)


def promise(user: Any, promise: int) -> models.PromisedContribution:
    found = queries.visible_promises(user).select_related("party__agreement", "party__organisation")
    return get_object_or_404(found, pk=promise)


def given(user: Any, given: int) -> models.GivenContribution:
    found = models.GivenContribution.objects.filter(promise__in=queries.visible_promises(user))
    return get_object_or_404(found.select_related("promise__party__agreement"), pk=given)


def quota(user: Any, quota: int) -> models.Quota:
    found = queries.visible_quotas(user).select_related("agreement", "body", "member")
    return get_object_or_404(found, pk=quota)
