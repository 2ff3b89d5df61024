"""Calendars to subscribe to: secret addresses that can be revoked, read as their owner would read them."""

import datetime as dt
import hashlib
import secrets
from typing import Any

from django.utils import timezone

from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import FeedToken, Laboratory, Resource

SEEN_EVERY = dt.timedelta(minutes=5)


def make_feed(
    *, by: Any, resource: Resource | None = None, laboratory: Laboratory | None = None
) -> tuple[FeedToken, str]:
    """A token and its secret, which is shown once: one's own bookings, or those of a machine or a laboratory."""
    allow(by, "labs.own_feed")
    secret = secrets.token_urlsafe(32)
    with one_write():
        token = FeedToken.objects.create(
            user=by, resource=resource, laboratory=laboratory, digest=digest_of(secret)
        )
    return token, secret


def revoke_feed(token: FeedToken, *, by: Any) -> FeedToken:
    """From now on the address does not exist."""
    allow(by, "labs.revoke_feed", token)
    with one_write():
        token = FeedToken.objects.select_for_update().get(pk=token.pk)
        if token.revoked is None:
            token.revoked = timezone.now()
            token.save(update_fields=["revoked"])
    return token


def feed_of(secret: str) -> FeedToken | None:
    """One that was not revoked, of somebody who may still sign in."""
    token = (
        FeedToken.objects.select_related("user__person", "resource__laboratory", "laboratory")
        .filter(digest=digest_of(secret), revoked=None, user__is_active=True)
        .first()
    )
    if token is None:
        return None
    now = timezone.now()
    if token.last_used is None or now - token.last_used > SEEN_EVERY:
        FeedToken.objects.filter(pk=token.pk).update(last_used=now)
    return token


def feeds_of(user: Any) -> list[FeedToken]:
    return list(
        FeedToken.objects.filter(user=user, revoked=None).select_related("resource", "laboratory")
    )


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
