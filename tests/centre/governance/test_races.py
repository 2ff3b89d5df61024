"""Two who write at the same moment: the second waits, then is refused in words."""

import datetime as dt
import sys
import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection

from fucina.centre.governance import domain
from fucina.centre.governance.models import GivenContribution, Quota
from fucina.centre.people.models import Organisation, User
from fucina.centre.refusal import Refusal


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


@pytest.mark.django_db(transaction=True)
def test_two_quotas_at_once_never_exceed_the_whole(consortium, director) -> None:
    firms = [Organisation.objects.create(name=f"Prova {n} srl", kind="company") for n in range(2)]

    def record(member: Organisation) -> Callable[[], object]:
        user = User.objects.get(pk=director.pk)
        return lambda: domain.record_quota(
            consortium.private, consortium.body, member, by=user,
            valid_from=dt.date(2026, 1, 1), share=Decimal(6),
        )  # fmt: skip

    outcomes = at_once(*(record(firm) for firm in firms))

    assert outcomes == ["beyond_whole", "done"]
    assert Quota.objects.filter(body=consortium.body).count() == 3


@pytest.mark.django_db(transaction=True)
def test_the_database_alone_holds_two_quotas_apart(consortium, director, monkeypatch) -> None:
    """Without the check that the domain makes first."""
    module = sys.modules[domain.record_quota.__module__]
    monkeypatch.setattr(module, "_beyond_whole", lambda _quota: [])
    firms = [Organisation.objects.create(name=f"Prova {n} srl", kind="company") for n in range(2)]

    def record(member: Organisation) -> Callable[[], object]:
        user = User.objects.get(pk=director.pk)
        return lambda: domain.record_quota(
            consortium.private, consortium.body, member, by=user,
            valid_from=dt.date(2026, 1, 1), share=Decimal(6),
        )  # fmt: skip

    outcomes = at_once(*(record(firm) for firm in firms))

    assert outcomes == ["beyond_whole", "done"]


@pytest.mark.django_db(transaction=True)
def test_two_receipts_at_once_never_exceed_the_promise(consortium, director) -> None:
    def give() -> Callable[[], object]:
        user = User.objects.get(pk=director.pk)
        return lambda: domain.record_given(
            consortium.cash, dt.date(2026, 1, 1), Decimal(400000), by=user
        )

    outcomes = at_once(give(), give())

    assert outcomes == ["beyond_promise", "done"]
    assert GivenContribution.objects.filter(promise=consortium.cash).count() == 2
