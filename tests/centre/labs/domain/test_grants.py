"""Qualifications: granting, and reminders as in case L21."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.centre.labs.conftest import codes

from fucina.centre.labs.domain import grant_qualification
from fucina.centre.labs.domain.grants import remind_of_expiry
from fucina.centre.labs.models import Qualification, Requirement, Steward
from fucina.centre.mail.models import Message
from fucina.centre.people.enums import Role
from fucina.centre.refusal import Refusal

END = dt.date(2027, 5, 31)


@pytest.fixture
def laser(lab, printer) -> Qualification:
    found = Qualification.objects.create(key="laser", name="Laser", kind="operation", levels=2)
    Requirement.objects.create(qualification=found, resource=printer)
    return found


def days_before(number: int) -> dt.date:
    return END - dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("ran", "told_on"),
    [
        (range(40, -1, -1), [30, 7]),  # every day
        ([31, 30, 30, 29, 8, 7, 7, 6], [30, 7]),  # twice on a day
        ([31, 28, 27, 5, 4], [28, 5]),  # some days were missed
        ([3, 2], [3]),  # all of them but the last
        ([-1], []),
    ],
    ids=["daily", "twice", "late", "very late", "over"],
)
def test_l21_reminders_are_sent_once_and_made_up_for(lab, ada, manager, laser, ran, told_on) -> None:  # fmt: skip
    """At 30 and 7 days, once, also after a missed job day."""
    grant_qualification(ada.person, laser, by=manager, expires_on=END)
    sent = []
    for number in ran:
        before = Message.objects.count()
        remind_of_expiry(days_before(number))
        sent += [number] * (Message.objects.count() - before)

    assert sent == told_on


def test_renewed_qualification_is_reminded_of_anew(lab, ada, manager, laser) -> None:
    grant_qualification(ada.person, laser, by=manager, expires_on=END)
    remind_of_expiry(days_before(30))
    grant_qualification(ada.person, laser, by=manager, expires_on=END + dt.timedelta(days=365))
    remind_of_expiry(days_before(30))
    remind_of_expiry(days_before(30) + dt.timedelta(days=365))

    assert Message.objects.count() == 2


def test_only_who_was_charged_with_it_grants(lab, ada, bea, printer, laser) -> None:
    sam = lab.user("sam", Role.LECTURER)
    Steward.objects.create(person=sam.person, resource=printer, grants=True)
    other = Qualification.objects.create(key="other", name="Altro", kind="operation")

    granted = grant_qualification(ada.person, laser, by=sam, level=2)
    with pytest.raises(PermissionDenied):
        grant_qualification(ada.person, other, by=sam)
    with pytest.raises(PermissionDenied):
        grant_qualification(ada.person, laser, by=bea)

    assert (granted.level, granted.granted_by) == (2, sam)


def test_level_that_does_not_exist_is_refused(lab, ada, manager, laser) -> None:
    with pytest.raises(Refusal) as refusal:
        grant_qualification(ada.person, laser, by=manager, level=3)

    assert codes(refusal) == ["level"]
