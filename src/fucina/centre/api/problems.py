"""Errors as application/problem+json (RFC 9457), each with a code that does not change."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from fucina.centre.api.authentication import ScopeMissing
from fucina.centre.refusal import Problem, Refusal

log = structlog.get_logger(__name__)
MEDIA_TYPE = "application/problem+json"


class ProblemItem(Schema):
    """One of the things that stood in the way."""

    code: str
    message: str
    field: str = ""
    numbers: dict[str, Any] = Field(default_factory=dict)


class ProblemDetails(Schema):
    """What every error answers; ``code`` is stable, texts are in the language asked for."""

    type: str
    title: str
    status: int
    code: str
    detail: str = ""
    errors: list[ProblemItem] = Field(default_factory=list)


def problem(
    status: int, code: str, title: str, detail: str = "", errors: Iterable[Mapping[str, Any]] = ()
) -> HttpResponse:
    body: dict[str, Any] = {
        "type": f"urn:fucina:problem:{code}",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
        "errors": list(errors),
    }
    text = json.dumps(body, ensure_ascii=False, default=str)
    return HttpResponse(text, status=status, content_type=MEDIA_TYPE)


def refused(refusal: Refusal) -> HttpResponse:
    """Nothing was written; every problem is listed."""
    return problem(
        422,
        "refused",
        _("Refused: nothing was changed."),
        " ".join(one.message for one in refusal.problems),
        [_item(one) for one in refusal.problems],
    )


def add_handlers(api: NinjaAPI) -> None:
    @api.exception_handler(Refusal)
    def refusal(request: HttpRequest, error: Refusal) -> HttpResponse:
        return refused(error)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        # The same words whether it does not exist or may not be seen.
        return problem(404, "not_found", _("There is nothing here that you may see."))

    @api.exception_handler(PermissionDenied)
    def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
        return problem(403, "not_permitted", _("Your roles do not permit this."))

    @api.exception_handler(ScopeMissing)
    def narrow(request: HttpRequest, error: ScopeMissing) -> HttpResponse:
        detail = _("It needs the scope {scope}.").format(scope=error.scope)
        return problem(403, "scope_missing", _("This token is not for this."), detail)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        answer = problem(
            401,
            "token_needed",
            _("A valid personal token is needed."),
            _("Send it as “Authorization: Bearer …”; make one on your account’s pages."),
        )
        answer["WWW-Authenticate"] = "Bearer"
        return answer

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(
            422, "invalid", _("The request is not valid."), "", map(_of_validation, error.errors)
        )

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, "bad_request", _("The request cannot be read."))

    @api.exception_handler(Exception)
    def failed(request: HttpRequest, error: Exception) -> HttpResponse:
        # As for a page: logged under the request's id, and nothing of it told.
        got_request_exception.send(sender=type(api), request=request)
        log.error("api_failed", exc_info=error)
        return problem(500, "failed", _("Something went wrong; it has been recorded."))


def _item(one: Problem) -> dict[str, Any]:
    return {
        "code": one.code,
        "message": one.message,
        "field": one.field,
        "numbers": dict(one.numbers),
    }


def _of_validation(error: Mapping[str, Any]) -> dict[str, Any]:
    place = [str(part) for part in error.get("loc", ()) if part not in ("body", "query", "path")]
    return {
        "code": str(error.get("type", "invalid")),
        "message": str(error.get("msg", "")),
        "field": ".".join(place[1:] if place[:1] == ["given"] else place),
        "numbers": {},
    }
