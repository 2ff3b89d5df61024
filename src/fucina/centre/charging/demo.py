"""A price list, payer accounts and projects for the demonstration: clearly fictional firms, prices of a plausible order.

Industry pays 2 to 2.75 times what academic users of the centre pay, nights and weekends cost half, late cancellation an hour:
the order of published price lists of university laboratories.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from fucina.centre.charging import domain
from fucina.centre.charging.enums import Basis, ChargeableKind, UserClass
from fucina.centre.charging.models import Chargeable, PayerAccount, PriceList, Project
from fucina.centre.people.models import Organisation
from fucina.methods.pricing import half_up

NAME, NAME_EN = "Listino dimostrativo", "Demonstration price list"
TIMES_ACADEMIC = {
    UserClass.RESEARCH: Decimal(1),
    UserClass.INTERNAL: Decimal(1),
    UserClass.STUDENT: Decimal("0.50"),
    UserClass.STARTUP: Decimal("1.50"),
    UserClass.MEMBER: Decimal(2),
    UserClass.SME: Decimal("2.25"),
    UserClass.LARGE: Decimal("2.75"),
    UserClass.OTHER: Decimal("2.75"),
}
"""The price of a class as a multiple of the academic one."""
ASSISTANCE = Decimal(45)
"""Euro an hour of the centre's staff, on top of the machine."""
WEEKDAYS, WEEKEND = range(5), (5, 6)


@dataclass(frozen=True)
class Priced:
    """A thing and what an hour of it (a piece, for materials and courses) costs academic users, in euro."""

    key: str
    name: str
    name_en: str
    kind: str
    price: Decimal


def populate(
    things: Sequence[Priced],
    firms: Sequence[Organisation],
    *,
    by: Any,
    since: dt.date,
) -> list[Project]:
    """A published price list of the things, and a project with its payer accounts for each firm (four at most).

    Asked again, nothing is written twice: a list of this name stays as it is, as do the firms' accounts and projects.
    """
    with transaction.atomic():
        _prices(things, by, since)
        return [_project(firm, number, by, since) for number, firm in enumerate(firms[:4], 1)]


def _prices(things: Sequence[Priced], by: Any, since: dt.date) -> None:
    found = [
        domain.record_chargeable(one.key, one.kind, one.name, by=by, name_en=one.name_en)
        for one in things
    ]
    if PriceList.objects.filter(name=NAME).exists():
        return
    prices = domain.record_price_list(
        NAME, since, by=by, name_en=NAME_EN,
        note="Prezzi di esempio, senza IVA.", note_en="Sample prices, without VAT.",
    )  # fmt: skip
    for thing, chargeable in zip(things, found, strict=True):
        for user_class, times in TIMES_ACADEMIC.items():
            _rates(prices, chargeable, user_class, half_up(thing.price * times), by)
    if things:
        domain.publish_price_list(prices, by=by)


def _rates(
    prices: PriceList, chargeable: Chargeable, user_class: str, price: Decimal, by: Any
) -> None:
    if chargeable.kind in (ChargeableKind.CONSUMABLE, ChargeableKind.TRAINING):
        domain.record_rate(prices, chargeable, user_class, price, by=by, basis=Basis.EACH)
        return
    for assisted in (False, True) if chargeable.kind == ChargeableKind.MACHINE else (False,):
        rate = domain.record_rate(
            prices, chargeable, user_class, price + (ASSISTANCE if assisted else 0), by=by,
            assisted=assisted, mode="overage", rounding="whole_minutes", free_minutes=24 * 60,
            cancellation_fee=price,
        )  # fmt: skip
        if not assisted:
            _cheaper_hours(rate, by)


def _cheaper_hours(rate: Any, by: Any) -> None:
    half = Decimal(50)
    domain.add_window(
        rate, "notte", WEEKDAYS, dt.time(20), dt.time(7), by=by, name_en="night", percent=half
    )
    domain.add_window(
        rate, "fine settimana", WEEKEND, dt.time(0), dt.time(0), by=by, name_en="weekend",
        percent=half,
    )  # fmt: skip


def _project(firm: Organisation, number: int, by: Any, since: dt.date) -> Project:
    """The first firm shares its project between an order and a grant; the second pays in before use."""
    name = f"Prove {since.year} di {firm.name}"
    known = Project.objects.filter(organisation=firm, name=name).first()
    if known:
        return known
    order = _account(firm, f"ORD-{firm.pk}", "Ordine aperto", by, since)
    shares = {order: Decimal(100)}
    if number == 1:
        grant = _account(firm, f"BANDO-{firm.pk}", "Contributo del bando", by, since)
        shares = {order: Decimal(40), grant: Decimal(60)}
    if number == 2:
        domain.record_prepayment(
            order, Decimal(4500), since, by=by, low_balance=Decimal(800), note="Anticipo"
        )
    return domain.record_project(firm, name, since, shares, by=by)


def _account(firm: Organisation, code: str, name: str, by: Any, since: dt.date) -> PayerAccount:
    known = PayerAccount.objects.filter(code=code).first()
    return known or domain.record_account(
        firm, code, name, since, by=by, cap=Decimal(20000), cap_per="year"
    )
