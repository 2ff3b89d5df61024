"""Organisations and people for programs: the same search, the same visibility, the same refusals as on the pages."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema, Status
from ninja.decorators import decorate_view
from pydantic import field_validator

from fucina.centre.api.authentication import TokenAuthentication
from fucina.centre.api.idempotency import DOCUMENTED, idempotent
from fucina.centre.api.paging import LARGEST, Page, page
from fucina.centre.api.problems import ProblemDetails
from fucina.centre.api.scopes import Scope
from fucina.centre.people.domain import queries
from fucina.centre.people.domain.record_organisation import (
    correct_organisation,
    record_organisation,
)
from fucina.centre.people.domain.record_person import record_person
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership, Organisation, Person

READ = TokenAuthentication(Scope.PEOPLE_READ)
WRITE = TokenAuthentication(Scope.PEOPLE_WRITE)
BIGGEST = 2**63 - 1

Number = Annotated[int, Path(ge=1, le=BIGGEST)]
Words = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]

router = Router(tags=["people"])
PROBLEMS = {
    401: ProblemDetails,
    403: ProblemDetails,
    404: ProblemDetails,
    422: ProblemDetails,
}


class SiteOut(Schema):
    id: int
    name: str
    address: str
    postcode: str
    municipality: str
    province: str
    country: str
    latitude: Decimal | None
    longitude: Decimal | None
    main: bool


class SizeOut(Schema):
    """Headcount in annual work units, amounts in euro."""

    year: int
    headcount: Decimal | None
    turnover: Decimal | None
    balance_total: Decimal | None
    source: str


class OwnerOut(Schema):
    """A share of capital (and of votes, where they differ), in per cent; the owner is an organisation or a person."""

    owner: int | None
    owner_person: int | None
    share: Decimal
    votes: Decimal | None
    control: bool
    valid_from: dt.date
    valid_until: dt.date | None


class OrganisationOut(Schema):
    id: int
    name: str
    name_en: str
    kind: OrganisationKind
    country: str
    ateco: str
    startup: bool
    website: str
    about: str
    listed: bool


class DetailsOut(Schema):
    """What only those see who work with the organisation or for it."""

    vat_number: str
    fiscal_code: str
    email: str
    certified_email: str
    phone: str
    sites: list[SiteOut]
    size_figures: list[SizeOut]
    owners: list[OwnerOut]


class OrganisationWhole(OrganisationOut):
    """``details`` is null for those who may not see them."""

    details: DetailsOut | None


class Given(Schema):
    """What is sent to be written: PostgreSQL keeps no character zero."""

    @field_validator("*", mode="before")
    @classmethod
    def _has_no_null_character(cls, value: Any) -> Any:
        if isinstance(value, str) and "\x00" in value:
            raise ValueError("a text holds no null character")
        return value


class OrganisationIn(Given):
    name: str = Field(min_length=1, max_length=200)
    kind: OrganisationKind
    name_en: str = Field(default="", max_length=200)
    country: str = Field(default="IT", min_length=2, max_length=2)
    vat_number: str = Field(default="", max_length=20)
    fiscal_code: str = Field(default="", max_length=16)
    ateco: str = Field(default="", max_length=10)
    startup: bool = False
    website: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=254)
    certified_email: str = Field(default="", max_length=254)
    phone: str = Field(default="", max_length=30)
    about: str = Field(default="", max_length=5000)
    listed: bool = True


class OrganisationChange(Given):
    """What is left out stays as it is."""

    name: str | None = Field(default=None, min_length=1, max_length=200)
    kind: OrganisationKind | None = None
    name_en: str | None = Field(default=None, max_length=200)
    country: str | None = Field(default=None, min_length=2, max_length=2)
    vat_number: str | None = Field(default=None, max_length=20)
    fiscal_code: str | None = Field(default=None, max_length=16)
    ateco: str | None = Field(default=None, max_length=10)
    startup: bool | None = None
    website: str | None = Field(default=None, max_length=200)
    email: str | None = Field(default=None, max_length=254)
    certified_email: str | None = Field(default=None, max_length=254)
    phone: str | None = Field(default=None, max_length=30)
    about: str | None = Field(default=None, max_length=5000)
    listed: bool | None = None


class RoleOut(Schema):
    role: Role
    organisation: int
    valid_from: dt.date
    valid_until: dt.date | None


class PersonOut(Schema):
    id: int
    given_name: str
    family_name: str
    email: str
    phone: str
    language: str


class PersonWhole(PersonOut):
    roles: list[RoleOut]


class PersonIn(Given):
    given_name: str = Field(min_length=1, max_length=80)
    family_name: str = Field(default="", max_length=80)
    email: str = Field(default="", max_length=254)
    phone: str = Field(default="", max_length=30)
    language: str = Field(default="it", pattern="^(it|en)$")


class Me(Schema):
    """Whose token this is, for what, and until when."""

    email: str
    person: int | None
    roles: list[RoleOut]
    scopes: list[str]
    expires: dt.datetime


class Listing(Schema):
    cursor: str | None = Field(
        default=None, max_length=2000, description="``next`` of the page before"
    )
    limit: int = Field(default=50, ge=1, le=LARGEST)


class OrganisationFilter(Listing):
    words: Words = Field(
        default="", description="as typed in the directory: accents and typos are forgiven"
    )
    kind: OrganisationKind | None = None
    municipality: Words = ""


class PersonFilter(Listing):
    words: Words = ""
    organisation: int | None = Field(default=None, ge=1, le=BIGGEST)


@router.get("/me", auth=READ, response={200: Me, **PROBLEMS})
def me(request: HttpRequest) -> Me:
    """The owner of the token, with the roles of today."""
    token: Any = request.auth  # type: ignore[attr-defined]
    person = getattr(token.user, "person", None)
    return Me(
        email=token.user.email,
        person=person.pk if person else None,
        roles=_roles(person) if person else [],
        scopes=token.scopes,
        expires=token.expires,
    )


@router.get("/organisations", auth=READ, response={200: Page[OrganisationOut], **PROBLEMS})
def organisations(request: HttpRequest, asked: Query[OrganisationFilter]) -> dict[str, Any]:
    """Those that may be seen, by name."""
    found = queries.search_organisations(
        request.user, asked.words, asked.kind or "", municipality=asked.municipality
    )
    items, following = page(found, ("name", "pk"), asked.cursor, asked.limit)
    return {"items": items, "next": following}


@router.post(
    "/organisations",
    auth=WRITE,
    response={201: OrganisationWhole, **PROBLEMS},
    openapi_extra=DOCUMENTED,
)
@decorate_view(idempotent)
def add_organisation(request: HttpRequest, given: OrganisationIn) -> Status[Any]:
    """Record an organisation; its numbers are checked."""
    organisation = record_organisation(by=request.user, **given.model_dump())
    return Status(201, _whole(request.user, organisation))


@router.get(
    "/organisations/{organisation}", auth=READ, response={200: OrganisationWhole, **PROBLEMS}
)
def organisation(request: HttpRequest, organisation: Number) -> dict[str, Any]:
    """One that was merged answers as what it became."""
    return _whole(request.user, queries.organisation_for(request.user, organisation))


@router.patch(
    "/organisations/{organisation}",
    auth=WRITE,
    response={200: OrganisationWhole, **PROBLEMS},
    openapi_extra=DOCUMENTED,
)
@decorate_view(idempotent)
def change_organisation(
    request: HttpRequest, organisation: Number, given: OrganisationChange
) -> dict[str, Any]:
    found = queries.organisation_for(request.user, organisation)
    changes = {
        name: value
        for name, value in given.model_dump(exclude_unset=True).items()
        if value is not None
    }
    return _whole(request.user, correct_organisation(found, by=request.user, **changes))


@router.get("/persons", auth=READ, response={200: Page[PersonOut], **PROBLEMS})
def persons(request: HttpRequest, asked: Query[PersonFilter]) -> dict[str, Any]:
    """Oneself and one's colleagues; everyone for those who work with them."""
    found = queries.search_persons(request.user, asked.words, organisation=asked.organisation)
    order = ("family_name", "given_name", "pk")
    items, following = page(found, order, asked.cursor, asked.limit)
    return {"items": items, "next": following}


@router.post(
    "/persons", auth=WRITE, response={201: PersonWhole, **PROBLEMS}, openapi_extra=DOCUMENTED
)
@decorate_view(idempotent)
def add_person(request: HttpRequest, given: PersonIn) -> Status[Any]:
    """Record a person; it gives them no access."""
    return Status(201, _person(record_person(by=request.user, **given.model_dump())))


@router.get("/persons/{person}", auth=READ, response={200: PersonWhole, **PROBLEMS})
def person(request: HttpRequest, person: Number) -> dict[str, Any]:
    return _person(queries.person_for(request.user, person))


def _whole(user: Any, organisation: Organisation) -> dict[str, Any]:
    whole = OrganisationOut.from_orm(organisation).model_dump()
    seen = queries.details_visible(user, organisation.pk)
    return whole | {"details": _details(organisation) if seen else None}


def _details(organisation: Organisation) -> dict[str, Any]:
    return {
        "vat_number": organisation.vat_number,
        "fiscal_code": organisation.fiscal_code,
        "email": organisation.email,
        "certified_email": organisation.certified_email,
        "phone": organisation.phone,
        "sites": list(organisation.sites.all()),
        "size_figures": list(organisation.size_figures.all()),
        "owners": [
            {
                "owner": link.owner_id,
                "owner_person": link.owner_person_id,
                "share": link.share,
                "votes": link.votes,
                "control": link.control,
                "valid_from": link.valid_from,
                "valid_until": link.valid_until,
            }
            for link in organisation.owner_links.all()
        ],
    }


def _person(person: Person) -> dict[str, Any]:
    return PersonOut.from_orm(person).model_dump() | {"roles": _roles(person)}


def _roles(person: Person) -> list[RoleOut]:
    return [
        RoleOut(
            role=Role(membership.role),
            organisation=membership.organisation_id,
            valid_from=membership.valid_from,
            valid_until=membership.valid_until,
        )
        for membership in Membership.objects.on().filter(person=person)
    ]
