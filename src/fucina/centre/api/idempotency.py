"""The same write asked for twice is done once.

A sender that does not know whether its request arrived repeats it under the same ``Idempotency-Key``: the first answer is
kept for a day, in the transaction of the write itself, and given again. Another request under a used key is refused.
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.api.authentication import token_of
from fucina.centre.api.models import AnsweredRequest
from fucina.centre.api.problems import problem

HEADER = "Idempotency-Key"
KEPT = dt.timedelta(days=1)
DOCUMENTED = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": False,
            "schema": {"type": "string", "minLength": 1, "maxLength": 200},
            "description": "The same request again under the same key is done once and answered the same, for a day.",
        }
    ]
}

type Answer = Callable[..., HttpResponse]


def idempotent(answer: Answer) -> Answer:
    """Wraps the whole of an operation (``decorate_view``)."""

    @wraps(answer)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key, token = request.headers.get(HEADER), token_of(request)
        if key is None or token is None:
            return answer(request, *args, **kwargs)
        if not 0 < len(key) <= 200 or not key.isprintable():
            return problem(422, "idempotency_key", _("A key has 1 to 200 printable characters."))
        with transaction.atomic():
            return _first_or_again(
                request, token.user_id, key, lambda: answer(request, *args, **kwargs)
            )

    return once


def _first_or_again(
    request: HttpRequest, user: int, key: str, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    mark = _fingerprint(request)
    AnsweredRequest.objects.filter(
        user_id=user, key=key, created__lt=timezone.now() - KEPT
    ).delete()
    # Waits for a twin that is being answered, then finds its answer.
    AnsweredRequest.objects.bulk_create(
        [AnsweredRequest(user_id=user, key=key, fingerprint=mark)], ignore_conflicts=True
    )
    kept = AnsweredRequest.objects.select_for_update().get(user_id=user, key=key)
    if kept.fingerprint != mark:
        return problem(
            422,
            "idempotency_key_reused",
            _("This key was used for another request: give each its own."),
        )
    if kept.status is not None:
        again = HttpResponse(bytes(kept.body), status=kept.status, content_type=kept.content_type)
        again["Idempotency-Replayed"] = "true"
        return again
    response = answer()
    if response.status_code >= 400:
        transaction.set_rollback(True)  # nothing was done: the key stays free
        return response
    kept.status, kept.body = response.status_code, response.content
    kept.content_type = response["Content-Type"]
    kept.save(update_fields=["status", "body", "content_type"])
    return response


def _fingerprint(request: HttpRequest) -> str:
    parts = (request.method or "", request.get_full_path(), request.body.decode("latin-1"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def forget_answers() -> int:
    """Delete what was kept long enough; how many there were."""
    deleted, _by_model = AnsweredRequest.objects.filter(created__lt=timezone.now() - KEPT).delete()
    return deleted
