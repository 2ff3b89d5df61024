"""Who takes what of an amount, and whether they may: caps and balances count what is charged and what is committed."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from fucina.centre.charging.domain.spans import around
from fucina.centre.charging.models import (
    Commitment,
    PayerAccount,
    Posting,
    Prepayment,
    Project,
    Share,
)
from fucina.centre.charging.models.posting import PostingQuerySet
from fucina.methods.pricing import apportion

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Part:
    """What one account takes of one kind of item, before prepayments."""

    account: PayerAccount
    percent: Decimal
    kind: str
    amount: Decimal


@dataclass(frozen=True)
class Taken:
    """Of an account in the time over which its cap counts."""

    charged: Decimal = NOTHING
    committed: Decimal = NOTHING


def locked_shares(project: Project) -> list[Share]:
    """The project's shares with their accounts, held until the transaction ends; always in the same order.

    Whoever sums up what an account took does so after this, in a statement of its own: so it sees what those before
    it wrote.
    """
    found = Share.objects.filter(project=project).select_related("account__agreement")
    return list(found.order_by("account").select_for_update(of=("account",), no_key=True))


def parts(shares: Sequence[Share], by_kind: Mapping[str, Decimal]) -> list[Part]:
    """The whole by percentages first, to the cent, then each account's part by kind of item."""
    total = sum(by_kind.values(), NOTHING)
    amounts = apportion(total, [share.percent for share in shares])
    return [
        Part(share.account, share.percent, kind, amount)
        for share, whole in zip(shares, amounts, strict=True)
        for kind, amount in _of_kinds(whole, by_kind)
    ]


def _of_kinds(whole: Decimal, by_kind: Mapping[str, Decimal]) -> Iterable[tuple[str, Decimal]]:
    weights = list(by_kind.values()) if any(by_kind.values()) else [1] * len(by_kind)
    return zip(by_kind, apportion(whole, weights), strict=True) if by_kind else ()


def taken(account: PayerAccount, on: dt.date, without: Commitment | None = None) -> Taken:
    """What counts against the account's cap around that day."""
    first, last = around(on, account.cap_per)
    sums = (
        _counted(without)
        .filter(account=account, on__range=(first, last))
        .aggregate(
            charged=Sum("amount", filter=Q(charge__isnull=False)),
            committed=Sum("amount", filter=Q(commitment__isnull=False)),
        )
    )
    return Taken(sums["charged"] or NOTHING, sums["committed"] or NOTHING)


def balances(
    accounts: Iterable[PayerAccount], on: dt.date, without: Commitment | None = None
) -> dict[Prepayment, Decimal]:
    """What is left of the prepayments that hold on that day, the oldest first."""
    held = list(Prepayment.objects.on(on).filter(account__in=list(accounts)))
    sums = (
        _counted(without)
        .filter(prepayment__in=held)
        .order_by()
        .values_list("prepayment")
        .annotate(Sum("amount"))
    )
    drawn = dict(sums) if held else {}
    return {one: one.amount - drawn.get(one.pk, NOTHING) for one in held}


def _counted(without: Commitment | None) -> PostingQuerySet:
    found = Posting.objects.counted()
    return found.exclude(commitment=without) if without else found
