"""Agreements for programs: what is public, and for their parties contributions and quotas."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, Path, Query, Router, Schema

from fucina.centre.api.authentication import TokenAuthentication
from fucina.centre.api.paging import LARGEST, Page, page
from fucina.centre.api.problems import ProblemDetails
from fucina.centre.api.scopes import Scope
from fucina.centre.governance.domain import queries
from fucina.centre.governance.models import Agreement

READ = TokenAuthentication(Scope.GOVERNANCE_READ)
BIGGEST = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=BIGGEST)]
PROBLEMS = dict.fromkeys((401, 403, 404, 422), ProblemDetails)

router = Router(tags=["governance"])


class AgreementOut(Schema):
    id: int
    title: str
    kind: str
    signed_on: dt.date
    valid_from: dt.date
    valid_until: dt.date | None
    public: bool


class PartyOut(Schema):
    organisation: int
    name: str
    role: str
    valid_from: dt.date
    valid_until: dt.date | None


class ObligationOut(Schema):
    """Of one party, or of all of them where ``organisation`` is null."""

    organisation: int | None
    text: str
    state: str
    due: dt.date | None


class AgreementWhole(AgreementOut):
    object: str
    source: str
    parties: list[PartyOut]
    obligations: list[ObligationOut]


class ContributionOut(Schema):
    """One instalment: cash and in kind are never added up. Amounts in euro."""

    id: int
    agreement: int
    organisation: int
    form: str
    what: str
    promised: Decimal
    given: Decimal
    outstanding: Decimal
    due: dt.date | None


class Listing(Schema):
    cursor: str | None = Field(
        default=None, max_length=2000, description="``next`` of the page before"
    )
    limit: int = Field(default=50, ge=1, le=LARGEST)


@router.get("/agreements", auth=READ, response={200: Page[AgreementOut], **PROBLEMS})
def agreements(request: HttpRequest, asked: Query[Listing]) -> dict[str, Any]:
    """The public ones, and those of one's own institution."""
    seen = queries.visible_agreements(request.user)
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_agreement(one) for one in items], "next": following}


@router.get("/agreements/{agreement}", auth=READ, response={200: AgreementWhole, **PROBLEMS})
def agreement(request: HttpRequest, agreement: Number) -> dict[str, Any]:
    found = queries.visible_agreements(request.user).filter(pk=agreement).first()
    if found is None:
        raise Http404
    return _agreement(found) | {
        "object": found.said_object,
        "source": found.source,
        "parties": _parties(found),
        "obligations": _obligations(found),
    }


@router.get("/contributions", auth=READ, response={200: Page[ContributionOut], **PROBLEMS})
def contributions(request: HttpRequest, asked: Query[Listing]) -> dict[str, Any]:
    """Of the agreements whose party one represents; all for those who answer for the centre's money."""
    seen = queries.visible_promises(request.user).with_given().select_related("party")
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_contribution(promise) for promise in items], "next": following}


def _contribution(promise: Any) -> dict[str, Any]:
    return {
        "id": promise.pk,
        "agreement": promise.party.agreement_id,
        "organisation": promise.party.organisation_id,
        "form": promise.form,
        "what": promise.what,
        "promised": promise.amount,
        "given": promise.given,
        "outstanding": promise.outstanding,
        "due": promise.due,
    }


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "id": agreement.pk,
        "title": str(agreement),
        "kind": agreement.kind,
        "signed_on": agreement.signed_on,
        "valid_from": agreement.valid_from,
        "valid_until": agreement.valid_until,
        "public": agreement.public,
    }


def _parties(agreement: Agreement) -> list[dict[str, Any]]:
    return [
        {
            "organisation": party.organisation_id,
            "name": str(party.organisation),
            "role": party.role,
            "valid_from": party.valid_from,
            "valid_until": party.valid_until,
        }
        for party in agreement.parties.select_related("organisation")
    ]


def _obligations(agreement: Agreement) -> list[dict[str, Any]]:
    return [
        {
            "organisation": obligation.party.organisation_id if obligation.party else None,
            "text": str(obligation),
            "state": obligation.state,
            "due": obligation.due,
        }
        for obligation in agreement.obligations.select_related("party")
    ]
