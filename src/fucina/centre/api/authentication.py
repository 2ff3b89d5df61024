"""Who calls: the owner of a personal token, for the scopes that the token has."""

import datetime as dt
from typing import Any, cast

import structlog
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.prepared import Given, Prepared

SEEN_EVERY = dt.timedelta(minutes=1)
TOKEN = Prepared[Token](
    lambda: Token.objects.select_related("user__person").filter(digest=Given("digest"))
)


class TokenAuthentication(HttpBearer):
    """``Authorization: Bearer …``, for a token with this scope."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        found = token_of(request, token)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise ScopeMissing(self.scope)
        request.user = found.user
        structlog.contextvars.bind_contextvars(user_id=found.user_id, token=found.pk)
        return found


class ScopeMissing(Exception):  # noqa: N818  an answer, not a fault
    """The token is good, and not for this."""

    def __init__(self, scope: str) -> None:
        super().__init__(scope)
        self.scope = scope


def token_of(request: HttpRequest, secret: str | None = None) -> Token | None:
    """The usable token that the request carries, looked up once."""
    known = cast("Any", request)
    if not hasattr(known, "_api_token"):
        known._api_token = _look_up(secret if secret is not None else _carried(request))
    return cast("Token | None", known._api_token)


def _carried(request: HttpRequest) -> str:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret if scheme.lower() == "bearer" else ""


def _look_up(secret: str) -> Token | None:
    token = next(iter(TOKEN.rows(digest=digest_of(secret))), None)
    if token is None or not token.usable:
        return None
    now = timezone.now()
    if token.last_used is None or now - token.last_used > SEEN_EVERY:
        Token.objects.filter(pk=token.pk).update(last_used=now)
    return token
