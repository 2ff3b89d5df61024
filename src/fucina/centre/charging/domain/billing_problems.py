"""Why a project may not be charged: every reason at once, each with its numbers."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.draw import Uncovered, draw
from fucina.centre.charging.domain.ledger import balances, parts, taken
from fucina.centre.charging.domain.queries.chargeable import may_be_charged_by
from fucina.centre.charging.domain.quoted import Quote
from fucina.centre.charging.enums import ChargeableKind
from fucina.centre.charging.models import (
    Chargeable,
    Commitment,
    PayerAccount,
    Prepayment,
    Project,
    Share,
)
from fucina.centre.people.models import Person
from fucina.centre.refusal import Problem
from fucina.documents import numbers as written
from fucina.documents.text import Language


def problems_of_billing(
    project: Project,
    chargeables: Collection[Chargeable],
    start: dt.datetime,
    end: dt.datetime,
    amount: Quote | Decimal | None,
    *,
    person: Person | None = None,
    commitment: Commitment | None = None,
) -> list[Problem]:
    """What stands against charging these items to the project for that time.

    ``amount``: a quote, or an amount for items of the first one's kind; without, caps and balances are not looked at.
    ``commitment`` is the one that would be replaced: it does not count. Nothing is locked: ``commit`` asks again.
    """
    shares = list(project.shares.select_related("account__agreement"))
    first, last = timezone.localdate(start), timezone.localdate(end)
    found = list(problems_of_project(project, chargeables, first, last, person))
    kinds = {one.kind for one in chargeables}
    for share in shares:
        found += problems_of_account(share.account, kinds, first, last)
    if amount is not None:
        by_kind = _by_kind(amount, chargeables)
        found += problems_of_money(shares, by_kind, first, commitment)
    return found


def problems_of_project(
    project: Project,
    chargeables: Collection[Chargeable],
    first: dt.date,
    last: dt.date,
    person: Person | None,
) -> Iterator[Problem]:
    if person and not may_be_charged_by(project, person):
        yield Problem("not_your_project", _("{person} may not charge the project {project}.").format(person=person, project=project), "project")  # fmt: skip
    if not project.active:
        yield Problem("project_inactive", _("The project {project} is closed.").format(project=project), "project")  # fmt: skip
    yield from _of_period(project, first, last, "project", _("The project {name}"))
    limits = {limit.chargeable_id for limit in project.limits.all()}
    outside = [one for one in chargeables if limits and one.pk not in limits]
    if outside:
        message = _("The project {project} may not be charged for {items}.")
        items = ", ".join(str(one) for one in outside)
        yield Problem(
            "project_limited",
            message.format(project=project, items=items),
            "project",
            {"chargeables": [one.key for one in outside]},
        )


def problems_of_account(
    account: PayerAccount, kinds: Collection[str], first: dt.date, last: dt.date
) -> Iterator[Problem]:
    if not account.active:
        yield Problem("account_inactive", _("The payer account {account} is closed.").format(account=account), "project")  # fmt: skip
    yield from _of_period(account, first, last, "account", _("The payer account {name}"))
    agreement = account.agreement
    if agreement and not (
        agreement.valid_from <= first
        and (agreement.valid_until is None or last <= agreement.valid_until)
    ):
        message = _("The agreement “{agreement}”, under which {account} pays, is not in force in that time.")  # fmt: skip
        yield Problem(
            "agreement_not_in_force",
            message.format(agreement=agreement, account=account),
            "project",
        )
    for kind in sorted(set(kinds) - set(account.kinds)) if account.kinds else ():
        message = _("The payer account {account} does not pay for this kind of item: {kind}.")
        yield Problem(
            "kind_not_allowed",
            message.format(account=account, kind=ChargeableKind(kind).label),
            "project",
            {"kind": kind},
        )


def problems_of_money(
    shares: list[Share],
    by_kind: Mapping[str, Decimal],
    on: dt.date,
    commitment: Commitment | None = None,
    left: dict[Prepayment, Decimal] | None = None,
) -> Iterator[Problem]:
    """Caps and prepayments. Where the accounts are locked, the answer holds until the transaction ends.

    ``left`` is what the prepayments hold, where the caller has asked already.
    """
    divided = parts(shares, by_kind)
    for share in shares:
        account = share.account
        asked = sum((part.amount for part in divided if part.account == account), Decimal(0))
        if account.cap is not None:
            yield from _beyond_cap(account, account.cap, asked, on, commitment)
    if left is None:
        left = balances([share.account for share in shares], on, commitment)
    for one in draw(divided, left)[1] if left else ():
        yield _uncovered(one)


def _beyond_cap(
    account: PayerAccount, cap: Decimal, asked: Decimal, on: dt.date, commitment: Commitment | None
) -> Iterator[Problem]:
    sums = taken(account, on, commitment)
    left = cap - sums.charged - sums.committed
    if asked <= left:
        return
    message = _("{asked} more is beyond the cap of {account}: {cap}, of which {charged} are charged and {committed} set aside; {left} are left.")  # fmt: skip
    numbers = {
        "cap": cap,
        "charged": sums.charged,
        "committed": sums.committed,
        "asked": asked,
        "left": max(left, Decimal("0.00")),
    }
    said = {name: _euro(number) for name, number in numbers.items()}
    yield Problem("cap_exceeded", message.format(account=account, **said), "project", numbers)


def _uncovered(one: Uncovered) -> Problem:
    account, kind = one.part.account, ChargeableKind(one.part.kind).label
    if not one.allowed:
        message = _("No prepayment of {account} pays for this kind of item: {kind}.")
        return Problem(
            "prepayment_kind",
            message.format(account=account, kind=kind),
            "project",
            {"kind": one.part.kind},
        )
    message = _("{asked} are asked of the prepayments of {account}, and {balance} are left.")
    return Problem(
        "prepayment_balance",
        message.format(account=account, asked=_euro(one.part.amount), balance=_euro(one.balance)),
        "project",
        {"balance": one.balance, "asked": one.part.amount},
    )


def _of_period(
    thing: Project | PayerAccount, first: dt.date, last: dt.date, word: str, said: str
) -> Iterator[Problem]:
    name = said.format(name=thing)
    if first < thing.valid_from:
        message = _("{name} begins on {day}.").format(name=name, day=_day(thing.valid_from))
        numbers = {"begins": thing.valid_from.isoformat()}
        yield Problem(f"{word}_not_begun", message, "project", numbers)
    if thing.valid_until and last > thing.valid_until:
        message = _("{name} ends on {day}, before what is asked for.")
        day = _day(thing.valid_until)
        numbers = {"ends": thing.valid_until.isoformat()}
        yield Problem(f"{word}_ends_before", message.format(name=name, day=day), "project", numbers)


def _by_kind(amount: Quote | Decimal, chargeables: Collection[Chargeable]) -> Mapping[str, Decimal]:
    if isinstance(amount, Quote):
        return amount.by_kind
    return {next(iter(chargeables)).kind: amount} if chargeables else {}


def _euro(amount: Decimal) -> str:
    return written.money(amount, _language(), digits=2)


def _day(day: dt.date) -> str:
    return written.date(day, _language())


def _language() -> Language:
    return "en" if get_language() == "en" else "it"
