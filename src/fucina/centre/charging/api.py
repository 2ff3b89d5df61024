"""Prices and charges for programs: what is published, what something would cost, what was charged."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from fucina.centre.api.authentication import TokenAuthentication
from fucina.centre.api.paging import LARGEST, Page, page
from fucina.centre.api.problems import ProblemDetails
from fucina.centre.charging import domain
from fucina.centre.charging.domain import queries
from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.models import Charge, Chargeable, ChargeLine, Project, Rate
from fucina.methods.pricing import Line

READ = TokenAuthentication("charging:read")
BIGGEST = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=BIGGEST)]
PROBLEMS = dict.fromkeys((401, 403, 404, 422), ProblemDetails)
Class = Literal["member", "sme", "large", "startup", "research", "student", "internal", "other"]

router = Router(tags=["charging"])


class WindowOut(Schema):
    """Days are 0 (Monday) to 6; either ``percent`` less, or a price of its own."""

    name: str
    days: list[int]
    since: dt.time
    until: dt.time
    percent: Decimal | None
    basis: str
    amount: Decimal | None


class RateOut(Schema):
    """Amounts in euro, without VAT."""

    item: str
    kind: str
    name: str
    user_class: str
    assisted: bool
    basis: str
    amount: Decimal
    minimum: Decimal
    fee: Decimal
    cap: Decimal | None
    counted_per: str
    mode: str
    free_minutes: int
    cancellation_fee: Decimal
    cancellation_full: bool
    valid_from: dt.date
    valid_until: dt.date | None
    windows: list[WindowOut]


class LineOut(Schema):
    rule: str
    start: dt.datetime | None
    end: dt.datetime | None
    quantity: Decimal
    unit: str
    unit_price: Decimal
    percent: Decimal
    amount: Decimal


class QuoteOut(Schema):
    total: Decimal
    lines: list[LineOut]


class PayerOut(Schema):
    account: str
    percent: Decimal
    amount: Decimal


class ChargeOut(Schema):
    id: int
    reference: str
    on: dt.date
    project: int
    project_name: str
    organisation: int
    total: Decimal
    voided: bool
    replaces: int | None


class ChargeWhole(ChargeOut):
    lines: list[LineOut]
    payers: list[PayerOut]


class ProjectOut(Schema):
    """What a booking can be charged to. ``items`` are the keys of those for which alone it pays; none for no limit."""

    id: int
    name: str
    organisation: int
    user_class: str
    valid_from: dt.date
    valid_until: dt.date | None
    items: list[str]


class Listing(Schema):
    cursor: str | None = Field(
        default=None, max_length=2000, description="``next`` of the page before"
    )
    limit: int = Field(default=50, ge=1, le=LARGEST)


class RatesAsked(Listing):
    user_class: Class | None = None


class QuoteAsked(Schema):
    """Of one item by its key: a time, for what is priced by time, or a number of pieces."""

    item: str = Field(max_length=80)
    user_class: Class = "other"
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    assisted: bool = False
    quantity: Decimal = Field(default=Decimal(1), ge=0, le=10**6)


@router.get("/prices", auth=READ, response={200: Page[RateOut], **PROBLEMS})
def prices(request: HttpRequest, asked: Query[RatesAsked]) -> dict[str, Any]:
    """The published prices of today."""
    found = queries.published_rates()
    if asked.user_class:
        found = found.filter(user_class=asked.user_class)
    items, following = page(found, ("pk",), asked.cursor, asked.limit)
    return {"items": [_rate(one) for one in items], "next": following}


@router.get("/prices/quote", auth=READ, response={200: QuoteOut, **PROBLEMS})
def quote(request: HttpRequest, asked: Query[QuoteAsked]) -> dict[str, Any]:
    """What it would cost by the published prices, line by line; nothing is booked. A price that is missing is a problem, not nothing."""
    chargeable = Chargeable.objects.filter(key=asked.item, active=True).first()
    if chargeable is None:
        raise Http404
    item = domain.Item(
        chargeable, _aware(asked.start), _aware(asked.end), asked.assisted, asked.quantity
    )
    answer = domain.quote(None, [item], user_class=UserClass(asked.user_class))
    return {"total": answer.total, "lines": [_line(line) for line in answer.lines]}


@router.get("/charging-projects", auth=READ, response={200: Page[ProjectOut], **PROBLEMS})
def projects(request: HttpRequest, asked: Query[Listing]) -> dict[str, Any]:
    """Those to which the caller may charge today: the numbers that a booking asks for."""
    seen = queries.chargeable_projects(request.user).prefetch_related("limits__chargeable")
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_project(one) for one in items], "next": following}


@router.get("/charges", auth=READ, response={200: Page[ChargeOut], **PROBLEMS})
def charges(request: HttpRequest, asked: Query[Listing]) -> dict[str, Any]:
    """Those of one's own organisation; all for those who answer for the centre's money."""
    seen = queries.visible_charges(request.user).select_related("project")
    items, following = page(seen, ("pk",), asked.cursor, asked.limit)
    return {"items": [_charge(one) for one in items], "next": following}


@router.get("/charges/{charge}", auth=READ, response={200: ChargeWhole, **PROBLEMS})
def charge(request: HttpRequest, charge: Number) -> dict[str, Any]:
    seen = queries.visible_charges(request.user).select_related("project")
    found = seen.filter(pk=charge).first()
    if found is None:
        raise Http404
    lines = ChargeLine.objects.filter(item__charge=found).order_by("item", "position")
    return _charge(found) | {
        "lines": [_line(line) for line in lines],
        "payers": [
            {"account": one.account.code, "percent": one.percent, "amount": one.amount}
            for one in found.postings.select_related("account")
        ],
    }


def _aware(moment: dt.datetime | None) -> dt.datetime | None:
    """A time without a zone is the centre's."""
    return timezone.make_aware(moment) if moment and moment.tzinfo is None else moment


def _rate(rate: Rate) -> dict[str, Any]:
    names = (
        "user_class", "assisted", "basis", "amount", "minimum", "fee", "cap", "counted_per", "mode",
        "free_minutes", "cancellation_fee", "cancellation_full", "valid_from", "valid_until",
    )  # fmt: skip
    return {name: getattr(rate, name) for name in names} | {
        "item": rate.chargeable.key,
        "kind": rate.chargeable.kind,
        "name": str(rate.chargeable),
        "windows": [
            {
                "name": str(one), "days": one.days, "since": one.since, "until": one.until,
                "percent": one.percent, "basis": one.basis, "amount": one.amount,
            }
            for one in rate.windows.all()
        ],
    }  # fmt: skip


def _line(line: Line | ChargeLine) -> dict[str, Any]:
    start, end = (line.starts, line.ends) if isinstance(line, ChargeLine) else (line.start, line.end)  # fmt: skip
    names = ("quantity", "unit_price", "percent", "amount")
    return {name: getattr(line, name) for name in names} | {
        "rule": str(line.rule),
        "unit": str(line.unit),
        "start": start,
        "end": end,
    }


def _project(project: Project) -> dict[str, Any]:
    names = ("name", "user_class", "valid_from", "valid_until")
    return {name: getattr(project, name) for name in names} | {
        "id": project.pk,
        "organisation": project.organisation_id,
        "items": sorted(one.chargeable.key for one in project.limits.all()),
    }


def _charge(charge: Charge) -> dict[str, Any]:
    return {
        "id": charge.pk,
        "reference": str(charge),
        "on": charge.on,
        "project": charge.project_id,
        "project_name": charge.project.name,
        "organisation": charge.project.organisation_id,
        "total": charge.total,
        "voided": charge.voided is not None,
        "replaces": charge.replaces_id,
    }
