"""What accounts can be asked, as far as the person asking may see."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.addresses import verified_addresses
from fucina.centre.accounts.models import ErasureRequest, Invitation
from fucina.centre.people.enums import AT_THE_CENTRE, Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.people.standing import standing


@dataclass(frozen=True)
class Waiting:
    """Something that an account has to do or to decide."""

    title: str
    url: str
    when: dt.date | None = None


def waiting_for(user: Any) -> list[Waiting]:
    found = []
    for one in invitations_to(user):
        title = _("Take up the role of {role} at {organisation}")
        title = title.format(role=one.get_role_display(), organisation=one.organisation)
        url = reverse("accounts:profile")
        found.append(Waiting(title, url, timezone.localdate(one.expires)))
    if user.has_perm("accounts.decide_erasure"):
        for request in open_erasure_requests():
            title = _("{person} asked to be erased").format(person=request.person)
            url = reverse("accounts:erasure", kwargs={"person": request.person_id})
            # Regulation (EU) 2016/679, article 12(3): within one month.
            found.append(Waiting(title, url, timezone.localdate(request.made) + dt.timedelta(30)))
    return found


def invitations_to(user: Any) -> QuerySet[Invitation]:
    """Open offers to the addresses that this user has shown to be theirs."""
    open_ones = Invitation.objects.filter(
        accepted=None,
        withdrawn=None,
        expires__gt=timezone.now(),
        email__in=verified_addresses(user),
    )
    return open_ones.select_related("organisation", "invited_by__person").order_by("expires")


def visible_invitations(user: Any) -> QuerySet[Invitation]:
    """All to the director; to others, those of the organisations they look after."""
    found = Invitation.objects.select_related("organisation", "invited_by__person")
    if user.has_perm("people.grant_role"):
        return found
    return found.filter(organisation__in=standing(user).invites_at)


def organisations_to_invite_for(user: Any) -> QuerySet[Organisation]:
    found = Organisation.objects.standing()
    if user.has_perm("people.grant_role"):
        return found
    return found.filter(pk__in=standing(user).invites_at)


def roles_of(person: Person | None) -> QuerySet[Membership]:
    if person is None:
        return Membership.objects.none()
    return Membership.objects.filter(person=person).select_related("organisation")


def all_roles(words: str = "", role: str = "", when: str = "now") -> QuerySet[Membership]:
    """Of everyone; ``when`` is now, later, before or any."""
    found = Membership.objects.select_related("person", "organisation")
    for word in words.split():
        found = found.filter(
            Q(person__search__icontains=word) | Q(organisation__search__icontains=word)
        )
    if role in Role.values:
        found = found.filter(role=role)
    today = timezone.localdate()
    if when == "now":
        return found.filter(Q(valid_until=None) | Q(valid_until__gte=today), valid_from__lte=today)
    if when == "later":
        return found.filter(valid_from__gt=today)
    return found.filter(valid_until__lt=today) if when == "before" else found


def open_erasure_requests() -> QuerySet[ErasureRequest]:
    return ErasureRequest.objects.filter(carried_out=None, refused=None).select_related("person")


def sessions_of(user: Any) -> list[UserSession]:
    """Those that are still open, the one seen last first."""
    listed: list[UserSession] = UserSession.objects.purge_and_list(user)
    return sorted(listed, key=lambda session: session.last_seen_at, reverse=True)


def second_factors(user: Any) -> dict[str, int]:
    """How many ways to prove who they are besides the password, by kind."""
    found: dict[str, int] = {}
    for kind in Authenticator.objects.filter(user=user).values_list("type", flat=True):
        found[kind] = found.get(kind, 0) + 1
    return found


def demo_roles() -> list[tuple[Role, User]]:
    """For each role the fictional person who holds it in the demo, where there is one; none outside the demo."""
    if not settings.FUCINA_DEMO_SIGN_IN:
        return []
    users = {
        user.email: user
        for user in User.objects.filter(email__in=map(demo_address, Role), is_active=True)
        .select_related("person")
    }  # fmt: skip
    order = [Role.DIRECTOR, *(role for role in Role if role != Role.DIRECTOR)]
    inside = [role for role in order if role in AT_THE_CENTRE]
    outside = [role for role in order if role not in AT_THE_CENTRE]
    return [
        (role, users[demo_address(role)])
        for role in (*inside, *outside)
        if demo_address(role) in users
    ]


def demo_address(role: str) -> str:
    return f"{role}@fucina.example"
