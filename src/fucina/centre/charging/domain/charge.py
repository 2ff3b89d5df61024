import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.asked import Item, Reference
from fucina.centre.charging.domain.billing_problems import (
    problems_of_account,
    problems_of_money,
    problems_of_project,
)
from fucina.centre.charging.domain.commit import close
from fucina.centre.charging.domain.draw import draw
from fucina.centre.charging.domain.ledger import balances, locked_shares, parts
from fucina.centre.charging.domain.post import post
from fucina.centre.charging.domain.quote import quote
from fucina.centre.charging.domain.quoted import Quote
from fucina.centre.charging.domain.store_items import store_items
from fucina.centre.charging.domain.warn_of_low_balance import warn_of_low_balance
from fucina.centre.charging.domain.writing import allow, one_write
from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models import Charge, Commitment, Posting, Project, Share
from fucina.centre.people.models import Person
from fucina.centre.refusal import Problem, Refusal

type Changed = Callable[[Quote], Quote]


def charge(
    source: Commitment | Project,
    reference: Reference,
    items: Sequence[Item],
    *,
    by: Any,
    person: Person | None = None,
    at: dt.datetime | None = None,
    beyond: bool = False,
) -> Charge:
    """Price what was used and write it down for good; the commitment it was set aside by, if any, is closed.

    One standing charge for each reference. ``beyond``: the use has happened, so it is recorded even where a cap, a balance
    or a date would forbid it, and marked. A price that is missing stops it in any case.
    """
    commitment = source if isinstance(source, Commitment) else None
    project = source.project if isinstance(source, Commitment) else source
    allow(by, "charging.charge_project", project)
    who = person or (commitment.person if commitment else None)
    with one_write():
        return write_charge(
            project, reference, items, by=by, person=who, at=at, beyond=beyond,
            commitment=commitment,
        )  # fmt: skip


def write_charge(
    project: Project,
    reference: Reference,
    items: Sequence[Item],
    *,
    by: Any,
    person: Person | None = None,
    at: dt.datetime | None = None,
    beyond: bool = False,
    commitment: Commitment | None = None,
    replaces: Charge | None = None,
    changed: Changed | None = None,
) -> Charge:
    """Within the caller's transaction. ``changed`` has the last word about the amounts."""
    shares = locked_shares(project)  # before the price: a day paid by another use is seen
    held = _held(commitment)
    answer = quote(project, items, at=at, person=person)
    answer = changed(answer) if changed else answer
    problems = _problems(project, shares, answer, person, held)
    if problems and not beyond:
        raise Refusal(problems)
    made = Charge.objects.create(
        project=project,
        reference_kind=reference.kind,
        reference_key=reference.key,
        person=person,
        on=answer.on,
        total=answer.total,
        beyond=bool(problems),
        replaces=replaces,
        made=at or timezone.now(),
        made_by=by,
    )
    store_items(made, answer, shares)
    if held:
        close(held, CommitmentState.CHARGED)
    _post(made, shares, answer)
    return made


def _held(commitment: Commitment | None) -> Commitment | None:
    """The commitment, locked; a closed one has been dealt with."""
    if commitment is None:
        return None
    held = Commitment.objects.select_for_update(no_key=True).get(pk=commitment.pk)
    if held.state != CommitmentState.OPEN:
        message = _("What was set aside for this is {state} already.")
        raise Refusal(
            [Problem("commitment_closed", message.format(state=held.get_state_display()))]
        )
    return held


def _problems(
    project: Project,
    shares: list[Share],
    answer: Quote,
    person: Person | None,
    held: Commitment | None,
) -> list[Problem]:
    chargeables = [one.item.chargeable for one in answer.items]
    kinds = {one.kind for one in chargeables}
    found = list(problems_of_project(project, chargeables, answer.on, answer.on, person))
    for share in shares:
        found += problems_of_account(share.account, kinds, answer.on, answer.on)
    return [*found, *problems_of_money(shares, answer.by_kind, answer.on, held)]


def _post(made: Charge, shares: list[Share], answer: Quote) -> list[Posting]:
    left = balances([share.account for share in shares], answer.on)
    laid, _uncovered = draw(parts(shares, answer.by_kind), left, beyond=made.beyond)
    posted = post(laid, answer.on, charge=made)
    drawn = {one.prepayment for one in posted if one.prepayment}
    for fund in drawn:
        taken = sum((one.amount for one in posted if one.prepayment == fund), Decimal(0))
        warn_of_low_balance(fund, left[fund] - taken)
    return posted
