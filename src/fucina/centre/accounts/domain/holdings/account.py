from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from fucina.centre.accounts.domain.audit_trail import blank_trail
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_row, plain_rows
from fucina.centre.accounts.models import Registration
from fucina.centre.people.models import User


def export(subject: Subject) -> Plain:
    """Of what proves who one is, only kind and day: the secrets are no information about the person."""
    user = subject.user
    if user is None:
        return None
    return {
        **plain_row(user, "id", "email", "name", "is_active", "created", "last_login"),
        "registration": plain_rows(
            Registration.objects.filter(user=user),
            "given_name", "family_name", "language", "notice", "accepted",
        ),
        "addresses": plain_rows(EmailAddress.objects.filter(user=user), "email", "verified", "primary"),
        "authenticators": plain_rows(Authenticator.objects.filter(user=user), "type", "created_at", "last_used_at"),
        "sessions": plain_rows(UserSession.objects.filter(user=user), "ip", "user_agent", "created_at", "last_seen_at"),
    }  # fmt: skip


def erase(subject: Subject) -> None:
    """The account stays under a pseudonym and opens nothing: acts point to it."""
    _end_sessions(subject)
    user = subject.user
    if user is None:
        return
    for model in (EmailAddress, Authenticator, UserSession):
        model.objects.filter(user=user).delete()
    registrations = list(Registration.objects.filter(user=user).values_list("pk", flat=True))
    Registration.objects.filter(pk__in=registrations).update(given_name="", family_name="")
    blank_trail(Registration, registrations, given_name="", family_name="")
    user.email, user.name = pseudonym(user), ""
    user.is_active, user.is_superuser, user.last_login = False, False, None
    user.set_unusable_password()
    user.save()
    blank_trail(User, [user.pk], email=user.email, name="")


def pseudonym(user: User) -> str:
    """An address that can belong to nobody (RFC 2606)."""
    return f"erased-{user.pk}@erased.invalid"


def _end_sessions(subject: Subject) -> None:
    """Signed in or on the way to it: a session may hold the address that someone typed."""
    number = str(subject.user.pk) if subject.user else ""
    for session in Session.objects.iterator():
        said = session.get_decoded()
        theirs = number and said.get("_auth_user_id") == number
        if theirs or any(address in str(said) for address in subject.addresses):
            session.delete()
