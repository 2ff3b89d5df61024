"""Offer, send again, withdraw, take up; and what is refused."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from tests.centre.accounts.conftest import NewUser, letters, link

from fucina.centre.accounts.domain.accept_invitation import accept_invitation
from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.domain.resend_invitation import resend_invitation
from fucina.centre.accounts.domain.withdraw_invitation import withdraw_invitation
from fucina.centre.accounts.models import Invitation
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.refusal import Refusal

GUEST = "nuova.persona@officine.example"


def codes(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def secret_of(email: str) -> str:
    return letters(email)[-1].text.split("/invitation/")[1].split("/")[0]


def offered(by: User, firm: Organisation, **how: object) -> Invitation:
    said = {"email": GUEST, "organisation": firm, "role": Role.COMPANY_MEMBER} | how
    return invite(by=by, link=link, **said)  # type: ignore[arg-type]


def test_invited_person_is_sent_one_letter_in_their_language(
    keeper: User, firm: Organisation
) -> None:
    offered(keeper, firm, language="it")

    sent = letters(GUEST)
    assert [one.subject for one in sent] == ["Un invito da Officine Esempio S.r.l."]
    assert "Carla Cura ti invita" in sent[0].text


def test_link_gives_the_role_once(keeper: User, firm: Organisation, new_user: NewUser) -> None:
    offered(keeper, firm, valid_until=timezone.localdate() + dt.timedelta(90))
    guest = new_user(GUEST)

    accept_invitation(guest, secret_of(GUEST))
    accept_invitation(guest, secret_of(GUEST))

    given = Membership.objects.get(person__user=guest)
    assert (given.role, given.organisation, given.granted_by) == ("company_member", firm, keeper)
    assert given.valid_until == timezone.localdate() + dt.timedelta(90)


def test_whoever_looks_after_a_firm_gives_no_other_role_and_no_other_firm(
    keeper: User, firm: Organisation, centre: Organisation
) -> None:
    other = Organisation.objects.create(name="Altra S.p.A.", kind="company")
    for how in (
        {"organisation": centre, "role": Role.DIRECTOR},
        {"organisation": other},
        {"role": Role.LECTURER},
        {"invites": True},
    ):
        with pytest.raises(PermissionDenied):
            offered(keeper, firm, **how)

    assert Invitation.objects.count() == 0


def test_someone_who_looks_after_nothing_invites_nobody(member: User, firm: Organisation) -> None:
    with pytest.raises(PermissionDenied):
        offered(member, firm)


def test_all_problems_are_told_at_once(director: User, firm: Organisation) -> None:
    yesterday = timezone.localdate() - dt.timedelta(1)

    with pytest.raises(Refusal) as refused:
        offered(director, firm, email="nobody", role=Role.DIRECTOR, valid_until=yesterday)

    assert codes(refused) == ["invalid", "role_fits_not", "period"]


def test_second_offer_of_the_same_role_is_refused(keeper: User, firm: Organisation) -> None:
    offered(keeper, firm)

    with pytest.raises(Refusal) as refused:
        offered(keeper, firm, email=GUEST.upper())

    assert codes(refused) == ["taken"]


def test_offer_of_a_role_already_held_is_refused(
    keeper: User, firm: Organisation, member: User
) -> None:
    with pytest.raises(Refusal) as refused:
        offered(keeper, firm, email=member.email)

    assert codes(refused) == ["holds"]


def test_expired_offer_makes_way_for_a_new_one(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    old = offered(keeper, firm)
    Invitation.objects.filter(pk=old.pk).update(expires=timezone.now())
    stale = secret_of(GUEST)

    offered(keeper, firm)

    with pytest.raises(Refusal) as refused:
        accept_invitation(new_user(GUEST), stale)
    assert codes(refused) == ["not_valid"]
    assert [one.state for one in Invitation.objects.order_by("pk")] == ["withdrawn", "open"]


@pytest.mark.parametrize("change", ["expired", "withdrawn", "sender", "merged"])
def test_link_that_no_longer_stands_gives_nothing(
    change: str, keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offer = offered(keeper, firm)
    guest = new_user(GUEST)
    if change == "expired":
        Invitation.objects.update(expires=timezone.now())
    elif change == "withdrawn":
        withdraw_invitation(offer, by=keeper)
    elif change == "sender":
        Membership.objects.filter(person__user=keeper).update(invites=False)
    else:
        other = Organisation.objects.create(name="Altra S.p.A.", kind="company")
        Organisation.objects.filter(pk=firm.pk).update(merged_into=other)

    with pytest.raises(Refusal) as refused:
        accept_invitation(guest, secret_of(GUEST))

    assert codes(refused) == ["not_valid"]
    assert not Membership.objects.filter(person__user=guest).exists()


def test_another_address_does_not_open_it(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offered(keeper, firm)
    other = new_user("altra@officine.example")

    with pytest.raises(Refusal) as refused:
        accept_invitation(other, secret_of(GUEST))

    assert codes(refused) == ["another_address"]


def test_address_that_is_not_confirmed_does_not_open_it(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offered(keeper, firm)
    guest = new_user(GUEST)
    guest.emailaddress_set.update(verified=False)  # type: ignore[attr-defined]

    with pytest.raises(Refusal):
        accept_invitation(guest, secret_of(GUEST))


def test_sent_again_only_the_new_link_opens(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offer = offered(keeper, firm)
    stale = secret_of(GUEST)
    resend_invitation(offer, by=keeper, link=link)
    guest = new_user(GUEST)

    with pytest.raises(Refusal):
        accept_invitation(guest, stale)
    accept_invitation(guest, secret_of(GUEST))

    assert len(letters(GUEST)) == 2
    assert Membership.objects.filter(person__user=guest).count() == 1


def test_offer_taken_up_is_neither_withdrawn_nor_sent_again(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offer = offered(keeper, firm)
    accept_invitation(new_user(GUEST), secret_of(GUEST))

    with pytest.raises(Refusal) as withdrawing:
        withdraw_invitation(offer, by=keeper)
    with pytest.raises(Refusal) as sending:
        resend_invitation(offer, by=keeper, link=link)

    assert (codes(withdrawing), codes(sending)) == (["accepted"], ["accepted"])


def test_whoever_looks_after_a_firm_does_not_touch_the_directors_offers(
    director: User, keeper: User, firm: Organisation, centre: Organisation
) -> None:
    offer = offered(director, centre, role=Role.LECTURER)

    with pytest.raises(PermissionDenied):
        withdraw_invitation(offer, by=keeper)


@pytest.mark.django_db(transaction=True)
def test_two_acceptances_of_one_link_give_one_role(
    keeper: User, firm: Organisation, new_user: NewUser
) -> None:
    offered(keeper, firm)
    guest, secret = new_user(GUEST), secret_of(GUEST)
    start = threading.Barrier(4)

    def accept() -> None:
        start.wait()
        try:
            accept_invitation(User.objects.get(pk=guest.pk), secret)
        finally:
            connection.close()

    several = [threading.Thread(target=accept) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()

    assert Membership.objects.filter(person__user=guest).count() == 1
    assert Person.objects.filter(user=guest).count() == 1
