import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone

from fucina.centre.governance.models import PromisedContribution
from fucina.centre.mail.enums import MessageState
from fucina.centre.mail.models import Message
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership
from fucina.centre.planning.models import Run
from fucina.centre.portal.presentation.day import waiting_for

pytestmark = pytest.mark.django_db
LIMIT = 24  # it gathers from every app; none of them asks more the longer its lists are


def titles(user) -> list[str]:
    return [one.title for one in waiting_for(user)]


def test_nothing_waits_for_a_newcomer(small_centre) -> None:
    assert waiting_for(small_centre.newcomer("new@example.com")) == []


def test_what_an_institution_owes_waits_for_its_representative_and_the_director(
    samples, small_centre
) -> None:
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    promise = PromisedContribution.objects.get(party__organisation=small_centre.party)
    PromisedContribution.objects.filter(pk=promise.pk).update(due=yesterday, what="Quota annua")

    waits = {
        role: any("Quota annua" in title for title in titles(small_centre.user(role)))
        for role in (Role.PARTNER_REPRESENTATIVE, Role.DIRECTOR, Role.COMPANY_MEMBER, Role.STUDENT)
    }

    assert waits == {
        Role.PARTNER_REPRESENTATIVE: True, Role.DIRECTOR: True, Role.COMPANY_MEMBER: False, Role.STUDENT: False,
    }  # fmt: skip


def test_role_that_ends_soon_is_told(small_centre) -> None:
    user = small_centre.user(Role.ANALYST)
    soon = timezone.localdate() + dt.timedelta(days=9)
    Membership.objects.filter(person=user.person).update(valid_until=soon)

    assert [(one.when, one.overdue) for one in waiting_for(user)] == [(soon, False)]


def test_mail_that_was_not_delivered_waits_for_the_director_alone(small_centre) -> None:
    Message.objects.create(
        key="a", to="a@example.com", subject="A", language="it", state=MessageState.REFUSED
    )

    assert len(titles(small_centre.user(Role.DIRECTOR))) == 1
    assert titles(small_centre.user(Role.ACCOUNTANT)) == []


def test_figures_due_for_review_wait_for_the_analyst(run: Run, small_centre) -> None:
    found = titles(small_centre.user(Role.ANALYST))

    assert all("da rivedere" in title for title in found)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_its_day_in_few_queries(
    run: Run, small_centre, client, django_assert_max_num_queries: Callable[..., object], role: Role
) -> None:
    client.force_login(small_centre.user(role))

    client.get("/en/my-day/")  # the first one notes a new session
    with django_assert_max_num_queries(LIMIT):
        answer = client.get("/en/my-day/")

    assert answer.status_code == 200
    assert answer.content.decode().count("<h1>") == 1


def test_visitor_has_no_day(client) -> None:
    answer = client.get("/en/my-day/")

    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/en/account/login/")
