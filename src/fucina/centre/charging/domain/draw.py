"""Amounts laid on prepayments, as far as these go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fucina.centre.charging.domain.ledger import NOTHING, Part
from fucina.centre.charging.enums import Beyond
from fucina.centre.charging.models import Prepayment


@dataclass(frozen=True)
class Laid:
    """A part, or a piece of it, on a prepayment or (None) on the account itself."""

    part: Part
    prepayment: Prepayment | None


@dataclass(frozen=True)
class Uncovered:
    """A part for which the account's prepayments do not suffice, though they must. ``allowed``: some are for this kind."""

    part: Part
    balance: Decimal
    allowed: bool


def draw(
    parts: Iterable[Part], balances: dict[Prepayment, Decimal], *, beyond: bool = False
) -> tuple[list[Laid], list[Uncovered]]:
    """An account without prepayments pays by itself. ``beyond``: what is not covered goes to the account all the same."""
    left = dict(balances)
    laid: list[Laid] = []
    uncovered: list[Uncovered] = []
    for part in parts:
        funds = [fund for fund in left if fund.account_id == part.account.pk]
        suited = [fund for fund in funds if not fund.kinds or part.kind in fund.kinds]
        balance = sum((left[fund] for fund in suited), NOTHING)
        strict = part.account.beyond_prepayment == Beyond.REFUSE and not beyond
        if funds and strict and (part.amount > balance or not suited):
            uncovered.append(Uncovered(part, max(balance, NOTHING), bool(suited)))
        laid += _laid(part, suited, left)
    return laid, uncovered


def _laid(part: Part, funds: list[Prepayment], left: dict[Prepayment, Decimal]) -> Iterator[Laid]:
    owed = part.amount
    for fund in funds:
        drawn = min(owed, max(left[fund], NOTHING))
        if drawn:
            left[fund] -= drawn
            owed -= drawn
            yield Laid(replace(part, amount=drawn), fund)
    if owed or not part.amount:
        yield Laid(replace(part, amount=owed), None)
