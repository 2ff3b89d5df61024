"""Two who write at the same moment: the second waits, then is refused in words (L8, L55, L56)."""

import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Reference
from fucina.centre.charging.models import Charge, Commitment, PayerAccount, Posting, Project
from fucina.centre.people.models import User
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Each in a thread of its own with a connection of its own: done, or the code of the refusal."""
    barrier, outcomes = threading.Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        try:
            barrier.wait(120)
            act()
            outcomes.append("done")
        except Refusal as refusal:
            outcomes.append(refusal.problems[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return sorted(outcomes)


def committing(lab, key: str) -> Callable[[], object]:
    user, project = User.objects.get(pk=lab.member.pk), Project.objects.get()
    quote = domain.quote(project, [lab.item()])
    return lambda: domain.commit(project, Reference("booking", key), quote, by=user)


def charging(lab, key: str, **more: object) -> Callable[[], object]:
    user, project = User.objects.get(pk=lab.member.pk), Project.objects.get()
    return lambda: domain.charge(project, Reference("booking", key), [lab.item()], by=user, **more)


def test_commitments_at_once_never_exceed_a_cap(lab) -> None:
    PayerAccount.objects.filter(pk=lab.first.pk).update(cap=80)

    outcomes = at_once(*(committing(lab, str(number)) for number in range(6)))

    assert outcomes == ["cap_exceeded"] * 4 + ["done"] * 2
    assert sum(Posting.objects.filter(account=lab.first).values_list("amount", flat=True)) == 72


def test_charges_and_commitments_at_once_never_exceed_a_cap(lab) -> None:
    PayerAccount.objects.filter(pk=lab.first.pk).update(cap=40)

    outcomes = at_once(charging(lab, "1"), committing(lab, "2"), charging(lab, "3"))

    assert outcomes == ["cap_exceeded", "cap_exceeded", "done"]


def test_the_last_prepaid_hour_is_taken_once(lab) -> None:
    domain.record_prepayment(lab.first, Decimal(36), lab.day, by=lab.accountant)

    outcomes = at_once(committing(lab, "1"), committing(lab, "2"), charging(lab, "3"))

    assert outcomes == ["done", "prepayment_balance", "prepayment_balance"]


def test_one_reference_is_charged_once(lab) -> None:
    outcomes = at_once(*(charging(lab, "1") for _ in range(4)))

    assert (outcomes, Charge.objects.count()) == (["charged"] * 3 + ["done"], 1)


def test_one_reference_is_committed_once(lab) -> None:
    outcomes = at_once(*(committing(lab, "1") for _ in range(4)))

    assert (outcomes, Commitment.objects.count()) == (["committed"] * 3 + ["done"], 1)


def test_a_day_is_paid_once_however_many_come(lab, only_rate) -> None:
    only_rate(basis="daily")
    person = lab.member.person

    at_once(*(charging(lab, str(number), person=person) for number in range(3)))

    assert sorted(str(charge.total) for charge in Charge.objects.all()) == ["0.00", "0.00", "60.00"]


def test_without_the_lock_both_would_pass(lab, monkeypatch) -> None:
    """The harness sees the race: otherwise the tests above would hold of anything."""
    PayerAccount.objects.filter(pk=lab.first.pk).update(cap=40)
    barrier = threading.Barrier(2)

    def unlocked(project: Project) -> list:
        return list(project.shares.select_related("account__agreement").order_by("account"))

    def slow(*arguments: object) -> object:
        found = asked(*arguments)
        barrier.wait(120)
        return found

    from fucina.centre.charging.domain import billing_problems
    from fucina.centre.charging.domain.commit import commit

    asked = billing_problems.taken
    monkeypatch.setitem(commit.__globals__, "locked_shares", unlocked)
    monkeypatch.setattr(billing_problems, "taken", slow)

    outcomes = at_once(committing(lab, "1"), committing(lab, "2"))

    assert outcomes == ["done", "done"]


def test_an_adjustment_is_applied_once(lab) -> None:
    request = domain.request_adjustment(lab.charge(), "waive", "Guasto", by=lab.member)
    user = User.objects.get(pk=lab.accountant.pk)

    outcomes = at_once(*(lambda: domain.accept_adjustment(request, by=user) for _ in range(3)))

    assert (outcomes, Charge.objects.count()) == (["decided", "decided", "done"], 2)
