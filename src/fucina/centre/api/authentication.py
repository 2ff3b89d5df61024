"""Who calls: the owner of a personal token, for the scopes that the token has."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import structlog
from django.db.models import OuterRef
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.prepared import Given, Prepared

SEEN_EVERY = dt.timedelta(hours=1)
"""As exactly as the owner is shown it: by the day."""


@dataclass(frozen=True)
class AlsoRead:
    """What an app above wants to know of whoever calls, read with the token: one query less for every call."""

    annotations: Callable[[OuterRef], dict[str, Any]]
    given: Callable[[], dict[str, Any]]
    remember: Callable[[Any, Any], None]
    """Of the user, from the token with these annotations."""


ALSO_READ: list[AlsoRead] = []
"""Added to when apps are made ready."""


def _tokens() -> Any:
    found = Token.objects.select_related("user__person").filter(digest=Given("digest"))
    for one in ALSO_READ:
        found = found.annotate(**one.annotations(OuterRef("user")))
    return found


TOKEN = Prepared[Any](_tokens)


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
    given: dict[str, Any] = {"digest": digest_of(secret)}
    for one in ALSO_READ:
        given |= one.given()
    token: Any = next(iter(TOKEN.rows(**given)), None)
    if token is None or not token.usable:
        return None
    for one in ALSO_READ:
        one.remember(token.user, token)
    now = timezone.now()
    if token.last_used is None or now - token.last_used > SEEN_EVERY:
        Token.objects.filter(pk=token.pk).update(last_used=now)
    return cast("Token", token)
