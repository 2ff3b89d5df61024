"""Who gives roles and ends them, and the centre's last director."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from tests.centre.accounts.conftest import NewUser, letters

from fucina.centre.accounts.domain.end_role import end_role
from fucina.centre.accounts.domain.grant_role import grant_role
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.refusal import Refusal

DAY = dt.timedelta(days=1)


def codes(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def role_of(user: User) -> Membership:
    return Membership.objects.get(person__user=user)


def test_role_is_given_and_the_person_told(
    director: User, member: User, centre: Organisation
) -> None:
    today = timezone.localdate()

    given = grant_role(member.person, centre, Role.LECTURER, by=director, valid_until=today + DAY)

    assert (given.valid_from, given.valid_until, given.granted_by) == (today, today + DAY, director)
    assert [one.subject for one in letters(member.email)] == ["You have a new role"]


@pytest.mark.parametrize("who", ["keeper", "member"])
def test_only_a_director_gives_and_ends_roles(
    who: str, request: pytest.FixtureRequest, member: User, firm: Organisation
) -> None:
    user = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        grant_role(member.person, firm, Role.RESEARCHER, by=user)
    with pytest.raises(PermissionDenied):
        end_role(role_of(member), by=user)


def test_what_is_wrong_is_told_at_once(director: User, member: User, firm: Organisation) -> None:
    today = timezone.localdate()
    Person.objects.filter(pk=member.person.pk).update(
        user=None, family_name="", email="", erased=timezone.now()
    )
    erased = Person.objects.get(pk=member.person.pk)

    with pytest.raises(Refusal) as refused:
        grant_role(erased, firm, Role.STUDENT, by=director, valid_until=today - DAY)

    assert codes(refused) == ["role_fits_not", "period", "gone"]


def test_same_role_twice_in_a_time_is_refused_and_nothing_sent(
    director: User, member: User, firm: Organisation
) -> None:
    with pytest.raises(Refusal) as refused:
        grant_role(member.person, firm, Role.COMPANY_MEMBER, by=director)

    assert (codes(refused), letters(member.email)) == (["overlap"], [])


def test_ended_role_opens_nothing_from_now_on(
    director: User, member: User, firm: Organisation
) -> None:
    Membership.objects.filter(person__user=member).update(valid_from=timezone.localdate() - 9 * DAY)

    end_role(role_of(member), by=director)

    assert role_of(member).valid_until == timezone.localdate() - DAY
    assert not User.objects.get(pk=member.pk).has_perm("people.view_organisation_details", firm)
    assert [one.subject for one in letters(member.email)] == ["A role of yours ends"]


def test_role_of_today_is_taken_back_whole(director: User, member: User) -> None:
    end_role(role_of(member), by=director)

    assert not Membership.objects.filter(person__user=member).exists()


def test_role_does_not_end_before_it_began_nor_twice(director: User, member: User) -> None:
    today = timezone.localdate()
    Membership.objects.filter(person__user=member).update(
        valid_from=today - 5 * DAY, valid_until=today - DAY
    )

    with pytest.raises(Refusal) as refused:
        end_role(role_of(member), by=director, on=today - 9 * DAY)

    assert codes(refused) == ["ended", "period"]


def test_last_director_stays(director: User, new_user: NewUser, centre: Organisation) -> None:
    closed = new_user("chiusa@fucina.example", Role.DIRECTOR, centre)
    User.objects.filter(pk=closed.pk).update(is_active=False)

    with pytest.raises(Refusal) as refused:
        end_role(role_of(director), by=director)

    assert codes(refused) == ["last_director"]


def test_director_goes_when_another_stays(
    director: User, new_user: NewUser, centre: Organisation
) -> None:
    new_user("altra.direttrice@fucina.example", Role.DIRECTOR, centre)

    end_role(role_of(director), by=director)

    assert not Membership.objects.on().filter(person__user=director).exists()


@pytest.mark.django_db(transaction=True)
def test_two_directors_ending_each_other_leave_one(
    director: User, new_user: NewUser, centre: Organisation
) -> None:
    other = new_user("altra.direttrice@fucina.example", Role.DIRECTOR, centre)
    roles = {director.pk: role_of(other).pk, other.pk: role_of(director).pk}
    start, refused = threading.Barrier(2), []

    def end(user: int, membership: int) -> None:
        start.wait()
        try:
            end_role(Membership.objects.get(pk=membership), by=User.objects.get(pk=user))
        except (Refusal, PermissionDenied) as error:
            refused.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=end, args=pair) for pair in roles.items()]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert len(refused) == 1
    assert Membership.objects.on().filter(role=Role.DIRECTOR).count() == 1
