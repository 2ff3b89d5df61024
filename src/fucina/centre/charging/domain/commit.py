from typing import Any

from django.db import transaction

from fucina.centre.charging.domain.asked import Reference
from fucina.centre.charging.domain.billing_problems import problems_of_account, problems_of_money
from fucina.centre.charging.domain.draw import draw
from fucina.centre.charging.domain.ledger import balances, locked_shares, parts
from fucina.centre.charging.domain.post import post
from fucina.centre.charging.domain.quoted import Quote
from fucina.centre.charging.domain.writing import allow, one_write
from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models import Commitment, Project
from fucina.centre.people.models import Person
from fucina.centre.refusal import refuse_any


def commit(
    project: Project,
    reference: Reference,
    quote: Quote,
    *,
    by: Any,
    person: Person | None = None,
) -> Commitment:
    """Set an amount aside for a future use: from now on it counts against caps and prepayments.

    The payer accounts are locked until the caller's transaction ends, so that two can never set aside the same euro. Dates
    and limits of the project are the caller's to ask for, with ``problems_of_billing``.
    """
    allow(by, "charging.charge_project", project)
    with one_write():
        return _set_aside(project, reference, quote, by, person, None)


def recommit(commitment: Commitment, quote: Quote, *, by: Any) -> Commitment:
    """Another amount for the same thing, which was moved or resized: what was set aside before does not count."""
    project = quote.project or commitment.project
    allow(by, "charging.charge_project", project)
    reference = Reference(commitment.reference_kind, commitment.reference_key)
    with one_write():
        held = Commitment.objects.select_for_update(no_key=True).get(pk=commitment.pk)
        if held.state == CommitmentState.OPEN:
            close(held, CommitmentState.REPLACED)
        return _set_aside(project, reference, quote, by, held.person, held)


@transaction.atomic
def release(commitment: Commitment, *, by: Any = None) -> None:
    """The use does not take place, and costs nothing. Asked again, nothing happens."""
    if by is not None:
        allow(by, "charging.charge_project", commitment.project)
    held = Commitment.objects.select_for_update(no_key=True).get(pk=commitment.pk)
    if held.state == CommitmentState.OPEN:
        close(held, CommitmentState.RELEASED)


def close(commitment: Commitment, state: CommitmentState) -> None:
    commitment.state = state
    commitment.save(update_fields=["state"])


def _set_aside(
    project: Project,
    reference: Reference,
    quote: Quote,
    by: Any,
    person: Person | None,
    without: Commitment | None,
) -> Commitment:
    shares = locked_shares(project)
    by_kind = quote.by_kind
    problems = [
        problem
        for share in shares
        for problem in problems_of_account(share.account, by_kind, quote.on, quote.on)
    ]
    left = balances([share.account for share in shares], quote.on, without)
    refuse_any([*problems, *problems_of_money(shares, by_kind, quote.on, without, left)])
    made = Commitment.objects.create(
        project=project,
        reference_kind=reference.kind,
        reference_key=reference.key,
        person=person,
        total=quote.total,
        made_by=by,
    )
    laid, _uncovered = draw(parts(shares, by_kind), left)
    post(laid, quote.on, commitment=made)
    return made
