import datetime as dt
import threading
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fucina.centre.people.domain.ownership_tree import ownership_tree
from fucina.centre.people.domain.record_ownership import end_ownership, record_ownership
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Organisation, OwnershipLink, Person
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 1, 1)


def codes(refusal) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_shares_above_the_whole_are_refused_with_their_numbers(firm, director) -> None:
    owned = firm()
    record_ownership(owned, firm("A"), by=director, share=Decimal(70), valid_from=DAY)

    with pytest.raises(Refusal) as refusal:
        record_ownership(owned, firm("B"), by=director, share=Decimal("30.5"), valid_from=DAY)

    assert codes(refusal) == ["shares"]
    numbers = refusal.value.problems[0].numbers
    assert {name: Decimal(value) for name, value in numbers.items()} == {
        "share": Decimal("30.5"), "total": Decimal("100.5"), "free": Decimal(30),
    }  # fmt: skip


def test_share_is_free_again_once_ended(firm, director) -> None:
    owned, first = firm(), firm("A")
    link = record_ownership(owned, first, by=director, share=Decimal(100), valid_from=DAY)
    end_ownership(link, by=director, day=DAY + dt.timedelta(days=30))

    again = record_ownership(
        owned, firm("B"), by=director, share=Decimal(100), valid_from=DAY + dt.timedelta(days=31)
    )

    assert OwnershipLink.objects.get(pk=again.pk).share == 100


def test_same_owner_twice_at_a_time_and_itself_are_refused(firm, director) -> None:
    owned, owner = firm(), firm("A")
    record_ownership(owned, owner, by=director, share=Decimal(10), valid_from=DAY)

    for whose in (owner, owned):
        with pytest.raises(Refusal):
            record_ownership(owned, whose, by=director, share=Decimal(10), valid_from=DAY)

    assert OwnershipLink.objects.count() == 1


def test_owner_is_recorded_only_by_who_may(firm, outsider) -> None:
    with pytest.raises(PermissionDenied):
        record_ownership(firm(), firm("A"), by=outsider, share=Decimal(1))


def test_tree_follows_chains_and_shows_a_circle_once(firm, director) -> None:
    a, b, c = firm("A"), firm("B"), firm("C")
    person = Person.objects.create(given_name="Ada")
    for owned, owner, share in ((a, b, 60), (b, c, 50), (c, a, 10), (c, person, 90)):
        record_ownership(owned, owner, by=director, share=Decimal(share), valid_from=DAY)

    tree = ownership_tree(a, DAY)

    assert [(str(step.owner), step.depth, step.part, step.again) for step in tree.owners] == [
        ("B", 1, Decimal("0.6"), False),
        ("C", 2, Decimal("0.3"), False),
        ("A", 3, Decimal("0.03"), True),
        ("Ada", 3, Decimal("0.27"), False),
    ]
    assert [str(step.link.owned) for step in tree.owned] == ["C", "B", "A"]
    assert ownership_tree(a, DAY - dt.timedelta(days=1)).owners == []


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 100), st.integers(0, 40), st.integers(0, 40)),
        max_size=8,
    )
)
def test_whatever_is_recorded_no_day_has_more_than_the_whole(small_centre, director, told) -> None:
    owned = Organisation.objects.create(name="O", kind=OrganisationKind.COMPANY)
    owners = [
        Organisation.objects.create(name=f"P{n}", kind=OrganisationKind.COMPANY) for n in range(3)
    ]
    for owner, share, start, days in told:
        begins = DAY + dt.timedelta(days=start)
        try:
            record_ownership(
                owned, owners[owner], by=director, share=Decimal(share), valid_from=begins,
                valid_until=begins + dt.timedelta(days=days),
            )  # fmt: skip
        except Refusal:
            continue

    for day in range(90):
        held = OwnershipLink.objects.on(DAY + dt.timedelta(days=day)).filter(owned=owned)
        assert sum(link.share for link in held) <= 100


@pytest.mark.django_db(transaction=True)
def test_two_who_record_shares_at_once_do_not_exceed_the_whole(small_centre) -> None:
    director = small_centre.user(Role.DIRECTOR)
    owned = Organisation.objects.create(name="O", kind=OrganisationKind.COMPANY)
    owners = [
        Organisation.objects.create(name=f"P{n}", kind=OrganisationKind.COMPANY) for n in range(4)
    ]
    outcomes, start = [], threading.Barrier(4)

    def record(owner) -> None:
        start.wait()
        try:
            record_ownership(owned, owner, by=director, share=Decimal(60), valid_from=DAY)
            outcomes.append("recorded")
        except Refusal as refusal:
            outcomes.append(refusal.problems[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=record, args=(owner,)) for owner in owners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["recorded", "shares", "shares", "shares"]
    assert [link.share for link in owned.owner_links.all()] == [60]
