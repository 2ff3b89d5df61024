import datetime as dt
import threading

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fucina.centre.governance.models import Party
from fucina.centre.people.domain.merge_records import merge
from fucina.centre.people.domain.queries import organisation_for
from fucina.centre.people.domain.record_organisation import correct_organisation
from fucina.centre.people.domain.snapshot import snapshot
from fucina.centre.people.domain.undo_merge import undo_merge
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
)
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 1, 1)
SEEN = (
    "people.Organisation", "people.Person", "people.Site", "people.SizeFigure", "people.Contact", "people.Membership",
    "people.OwnershipLink", "governance.Party",
)  # fmt: skip


def everything() -> dict[str, list[dict]]:
    """Every row that a merge may touch, as it stands."""
    return {
        label: [snapshot(row) for row in apps.get_model(label)._base_manager.order_by("pk")]
        for label in SEEN
    }


def codes(refusal) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_merge_moves_what_hangs_on_the_loser(firm, director) -> None:
    winner, loser, other = firm("A"), firm("B", vat_number="99900010010"), firm("C")
    Site.objects.create(organisation=winner, municipality="Torino", main=True)
    Site.objects.create(organisation=loser, municipality="Cuneo", main=True)
    SizeFigure.objects.create(organisation=loser, year=2024, headcount=5)
    person = Person.objects.create(given_name="Ada")
    Contact.objects.create(organisation=loser, person=person)
    OwnershipLink.objects.create(owned=loser, owner=other, share=40)

    merge(winner, loser, by=director, chosen={"vat_number": "99900010010"})

    winner.refresh_from_db()
    assert winner.vat_number == "99900010010"
    assert [(site.municipality, site.main) for site in winner.sites.all()] == [
        ("Torino", True),
        ("Cuneo", False),
    ]
    assert [figure.year for figure in winner.size_figures.all()] == [2024]
    assert [contact.person for contact in winner.contacts.all()] == [person]
    assert [link.owner for link in winner.owner_links.all()] == [other]
    assert Organisation.objects.get(pk=loser.pk).merged_into == winner
    assert organisation_for(director, loser.pk) == winner


def test_overlapping_roles_become_one(firm, director) -> None:
    where = firm()
    winner, loser = (Person.objects.create(given_name=name) for name in "AB")
    Membership.objects.create(
        person=winner, organisation=where, role=Role.COMPANY_MEMBER, valid_from=DAY, valid_until=DAY + dt.timedelta(days=30)
    )  # fmt: skip
    Membership.objects.create(
        person=loser,
        organisation=where,
        role=Role.COMPANY_MEMBER,
        valid_from=DAY + dt.timedelta(days=10),
    )

    merge(winner, loser, by=director)

    assert [
        (m.person, m.valid_from, m.valid_until)
        for m in Membership.objects.filter(organisation=where)
    ] == [(winner, DAY, None)]


def test_share_of_one_in_the_other_goes_and_comes_back(firm, director) -> None:
    winner, loser = firm("A"), firm("B")
    OwnershipLink.objects.create(owned=winner, owner=loser, share=20, valid_from=DAY)
    before = everything()

    merged = merge(winner, loser, by=director)
    assert OwnershipLink.objects.count() == 0
    undo_merge(merged, by=director)

    assert everything() == before


def test_figures_of_the_same_year_stay_where_they_are(firm, director) -> None:
    winner, loser = firm("A"), firm("B")
    for one, staff in ((winner, 5), (loser, 7)):
        SizeFigure.objects.create(organisation=one, year=2024, headcount=staff)

    merge(winner, loser, by=director)

    assert [figure.headcount for figure in winner.size_figures.all()] == [5]
    assert [figure.headcount for figure in loser.size_figures.all()] == [7]


def test_persons_who_both_sign_in_are_not_merged(small_centre, director) -> None:
    one, other = (
        small_centre.newcomer("a@x.example").person,
        small_centre.newcomer("b@x.example").person,
    )

    with pytest.raises(Refusal) as refusal:
        merge(one, other, by=director)

    assert codes(refusal) == ["accounts"]


def test_account_of_the_loser_goes_to_the_winner_and_back(small_centre, director) -> None:
    winner = Person.objects.create(given_name="Ada")
    loser = small_centre.newcomer("a@x.example").person
    user, before = loser.user, everything()

    merged = merge(winner, loser, by=director)
    assert Person.objects.get(user=user) == winner
    undo_merge(merged, by=director)

    assert everything() == before


def test_record_that_a_study_knows_and_the_centre_are_not_taken_away(
    small_centre, firm, director
) -> None:
    known = firm("A")
    Organisation.objects.filter(pk=known.pk).update(key="a")
    known.refresh_from_db()

    for loser, code in ((known, "key"), (small_centre.centre, "centre")):
        with pytest.raises(Refusal) as refusal:
            merge(firm("B"), loser, by=director)
        assert codes(refusal) == [code]


def test_undo_is_refused_where_something_moved_was_changed(firm, director) -> None:
    winner, loser = firm("A"), firm("B")
    site = Site.objects.create(organisation=loser, municipality="Cuneo")
    merged = merge(winner, loser, by=director)
    Site.objects.filter(pk=site.pk).update(municipality="Alba")

    with pytest.raises(Refusal) as refusal:
        undo_merge(merged, by=director)

    assert codes(refusal) == ["changed"]
    assert refusal.value.problems[0].numbers == {"model": "people.Site", "pk": site.pk}
    assert Organisation.objects.get(pk=loser.pk).merged_into == winner


def test_undo_restores_a_role_that_took_in_two_others(firm, director) -> None:
    """One row changed twice in one merge: each of the others overlapped it."""
    at = firm("A")
    winner, loser = (Person.objects.create(given_name=name) for name in ("P", "Q"))
    for person, first, last in ((loser, 0, 20), (loser, 30, 50), (winner, 10, 40)):
        Membership.objects.create(
            person=person, organisation=at, role=Role.COMPANY_MEMBER,
            valid_from=DAY + dt.timedelta(days=first), valid_until=DAY + dt.timedelta(days=last),
        )  # fmt: skip
    before = everything()

    merged = merge(winner, loser, by=director)
    role = Membership.objects.get(person=winner)
    undo_merge(merged, by=director)

    assert (role.valid_from, role.valid_until) == (DAY, DAY + dt.timedelta(days=50))
    assert everything() == before


def test_merges_are_undone_last_first(firm, director) -> None:
    a, b, c = firm("A"), firm("B"), firm("C")
    before = everything()
    first = merge(b, a, by=director)
    second = merge(c, b, by=director)
    assert organisation_for(director, a.pk) == c

    with pytest.raises(Refusal) as refusal:
        undo_merge(first, by=director)
    undo_merge(second, by=director)
    undo_merge(first, by=director)

    assert codes(refusal) == ["merged"]
    assert everything() == before


def test_undone_twice_is_refused(firm, director) -> None:
    merged = merge(firm("A"), firm("B"), by=director)
    undo_merge(merged, by=director)

    with pytest.raises(Refusal) as refusal:
        undo_merge(merged, by=director)

    assert codes(refusal) == ["undone"]


def test_merged_record_is_not_corrected(firm, director) -> None:
    winner, loser = firm("A"), firm("B")
    merge(winner, loser, by=director)

    with pytest.raises(Refusal) as refusal:
        correct_organisation(loser, by=director, name="C")

    assert codes(refusal) == ["merged"]


def test_only_who_may_merges(firm, outsider) -> None:
    with pytest.raises(PermissionDenied):
        merge(firm("A"), firm("B"), by=outsider)


def test_numbers_that_do_not_fit_are_refused_and_nothing_is_written(firm, director) -> None:
    winner, loser = firm("A"), firm("B")
    before = everything()

    with pytest.raises(Refusal):
        merge(winner, loser, by=director, chosen={"vat_number": "99900010011"})

    assert everything() == before


part = st.tuples(st.sampled_from(["site", "main", "size", "contact", "member", "owner", "owned", "each"]), st.integers(0, 1), st.integers(0, 2), st.integers(0, 60))  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=st.lists(part, max_size=10), persons=st.booleans())
def test_undo_restores_every_row_whatever_hung_on_both(
    small_centre, director, parts, persons
) -> None:
    ends = [Organisation.objects.create(name=n, kind=OrganisationKind.COMPANY) for n in "AB"]
    people = [Person.objects.create(given_name=f"P{n}") for n in range(3)]
    thirds = [
        Organisation.objects.create(name=f"T{n}", kind=OrganisationKind.COMPANY) for n in range(3)
    ]
    for what, end, which, days in parts:
        hang(what, ends[end], people[which], thirds[which], ends, days)
    before = everything()

    try:
        merged = merge(*(people[:2] if persons else ends), by=director)
    except Refusal:
        assert everything() == before
        return
    undo_merge(merged, by=director)

    assert everything() == before


def hang(what, end, person, third, ends, days) -> None:
    from django.db import IntegrityError, transaction

    since = DAY + dt.timedelta(days=days)
    made = {
        "site": lambda: Site.objects.create(organisation=end, municipality="Torino"),
        "main": lambda: Site.objects.create(organisation=end, municipality="Torino", main=True),
        "size": lambda: SizeFigure.objects.create(organisation=end, year=2000 + days % 3),
        "contact": lambda: Contact.objects.create(organisation=end, person=person, valid_from=since),
        "member": lambda: Membership.objects.create(
            organisation=end, person=person, role=Role.COMPANY_MEMBER, valid_from=since,
            valid_until=since + dt.timedelta(days=20),
        ),
        "owner": lambda: OwnershipLink.objects.create(owned=end, owner=third, share=30, valid_from=since),
        "owned": lambda: OwnershipLink.objects.create(owned=third, owner=end, share=30, valid_from=since),
        "each": lambda: OwnershipLink.objects.create(owned=ends[0], owner=ends[1], share=30, valid_from=since),
    }  # fmt: skip
    try:
        with transaction.atomic():
            made[what]()
    except IntegrityError:
        pass


def test_rows_of_other_apps_move_too(small_centre, firm, director) -> None:
    from fucina.centre.governance.models import Agreement

    agreement = Agreement.objects.create(
        title="Patto", object="Fare.", kind="convention", signed_on=DAY
    )
    winner, loser = firm("A"), firm("B")
    party = Party.objects.create(agreement=agreement, organisation=loser, role="signatory")

    merge(winner, loser, by=director)

    party.refresh_from_db()
    assert party.organisation == winner


@pytest.mark.django_db(transaction=True)
def test_two_merges_at_once_do_not_lose_anything(small_centre) -> None:
    director = small_centre.user(Role.DIRECTOR)
    one, other, third = (
        Organisation.objects.create(name=n, kind=OrganisationKind.COMPANY) for n in "ABC"
    )
    Site.objects.create(organisation=third, municipality="Torino")
    outcomes, start = [], threading.Barrier(2)

    def run(winner, loser) -> None:
        start.wait()
        try:
            merge(winner, loser, by=director)
            outcomes.append("merged")
        except Refusal as refusal:
            outcomes.append(refusal.problems[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in ((one, third), (other, third))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    third.refresh_from_db()
    assert sorted(outcomes, key=len) == ["merged", "merged"]
    assert [site.organisation_id for site in Site.objects.all()] == [third.merged_into_id]
