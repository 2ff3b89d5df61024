"""Personal tokens: made once and shown once, usable until a day, revoked at any time."""

import datetime as dt
import secrets
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.api.scopes import Scope
from fucina.centre.refusal import Problem, refuse_any

LONGEST = 366
MOST = 20


@transaction.atomic
def issue_token(user: Any, name: str, scopes: Collection[str], days: int) -> tuple[Token, str]:
    """A new token and its secret, which is nowhere kept.

    Refuses an unnamed token, unknown or no scopes, and more than a year or twenty usable tokens.
    """
    refuse_any(_problems(user, name, scopes, days))
    secret = f"fucina_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(
        user=user,
        name=name.strip(),
        scopes=sorted(set(scopes)),
        digest=digest_of(secret),
        start=secret[:11],
        expires=timezone.now() + dt.timedelta(days=days),
    )
    return token, secret


def revoke_token(token: Token) -> None:
    """From now on it opens nothing; again, nothing changes."""
    Token.objects.filter(pk=token.pk, revoked=None).update(revoked=timezone.now())


def tokens_of(user: Any) -> list[Token]:
    return list(Token.objects.filter(user=user))


def _problems(user: Any, name: str, scopes: Collection[str], days: int) -> list[Problem]:
    found = []
    if not name.strip():
        found.append(Problem("required", _("Give the token a name, to know it by later."), "name"))
    if not scopes or not set(scopes) <= set(Scope.values):
        found.append(Problem("scopes", _("Choose what the token is for."), "scopes"))
    if not 1 <= days <= LONGEST:
        message = _("A token lasts from 1 to {most} days.").format(most=LONGEST)
        found.append(Problem("days", message, "days", {"most": LONGEST}))
    usable = Token.objects.filter(user=user, revoked=None, expires__gt=timezone.now()).count()
    if usable >= MOST:
        message = _("You have {most} tokens: revoke one first.").format(most=MOST)
        found.append(Problem("too_many", message, "", {"most": MOST}))
    return found
