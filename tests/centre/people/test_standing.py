import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership
from fucina.centre.people.rules import is_colleague
from fucina.centre.people.standing import NOBODY, forget_standing, standing

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_visitor_has_no_role() -> None:
    assert standing(AnonymousUser()) == NOBODY


def test_role_holds_where_it_was_given(small_centre) -> None:
    user = small_centre.user(Role.COMPANY_MEMBER)

    found = standing(user)

    assert found.has(Role.COMPANY_MEMBER)
    assert (found.at(small_centre.firm.pk), found.at(small_centre.party.pk)) == (True, False)
    assert found.staff is False


@pytest.mark.parametrize(
    ("begins", "ends", "holds"),
    [(-10, -1, False), (-10, 0, True), (0, None, True), (1, None, False)],
    ids=["ended yesterday", "ends today", "begins today", "begins tomorrow"],
)
def test_role_holds_from_its_first_day_to_its_last(small_centre, begins, ends, holds) -> None:
    today = timezone.localdate()
    until = None if ends is None else today + ends * DAY

    user = small_centre.user(Role.DIRECTOR, valid_from=today + begins * DAY, valid_until=until)

    assert standing(user).has(Role.DIRECTOR) is holds
    assert user.has_perm("people.grant_role") is holds


def test_role_of_a_disabled_user_opens_nothing(small_centre) -> None:
    user = small_centre.user(Role.DIRECTOR)
    user.is_active = False

    assert standing(user) == NOBODY
    assert user.has_perm("people.grant_role") is False


def test_standing_is_read_once(small_centre) -> None:
    user = small_centre.user(Role.DIRECTOR)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        for permission in ("people.grant_role", "people.invite", "people.view_history"):
            user.has_perm(permission)

    assert len(queries) == 1


def test_forgotten_standing_is_read_again(small_centre) -> None:
    user = small_centre.user(Role.DIRECTOR)
    assert standing(user).has(Role.DIRECTOR)

    Membership.objects.all().delete()
    forget_standing(user)

    assert standing(user).has(Role.DIRECTOR) is False


@pytest.mark.parametrize(
    ("role", "kind"),
    [(Role.DIRECTOR, OrganisationKind.COMPANY), (Role.COMPANY_MEMBER, OrganisationKind.CENTRE)],
)
def test_role_that_does_not_fit_the_organisation_is_refused_by_the_database(
    small_centre, role, kind
) -> None:
    where = small_centre.firm if kind == OrganisationKind.COMPANY else small_centre.centre

    with pytest.raises(IntegrityError, match="is not held at"), transaction.atomic():
        small_centre.newcomer("ada@example.com", role, organisation=where)


def test_same_role_twice_at_a_time_is_refused_by_the_database(small_centre) -> None:
    person = small_centre.user(Role.DIRECTOR).person

    with pytest.raises(IntegrityError, match="membership_does_not_overlap"), transaction.atomic():
        Membership.objects.create(
            person=person, organisation=small_centre.centre, role=Role.DIRECTOR
        )


def test_firm_s_people_are_colleagues_and_students_are_not(small_centre) -> None:
    firm = small_centre.firm
    one = small_centre.user(Role.COMPANY_MEMBER)
    other = small_centre.newcomer("b@example.com", Role.COMPANY_MEMBER, organisation=firm)
    student, fellow = (small_centre.newcomer(f"{name}@example.com", Role.STUDENT) for name in "cd")

    assert is_colleague(one, other.person) is True
    assert is_colleague(one, student.person) is False
    assert is_colleague(student, fellow.person) is False
