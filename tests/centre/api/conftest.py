"""Calls the API as the person of a role, with a token for some scopes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from fucina.centre.api.domain.tokens import issue_token
from fucina.centre.api.scopes import Scope
from fucina.centre.people.enums import Role


@dataclass(frozen=True)
class Caller:
    secret: str
    client: Client

    def get(self, address: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1/{address}", query, **self._headers())

    def post(self, address: str, body: object, key: str = "") -> Any:
        return self._send("post", address, body, key)

    def patch(self, address: str, body: object, key: str = "") -> Any:
        return self._send("patch", address, body, key)

    def _send(self, method: str, address: str, body: object, key: str) -> Any:
        more = {"HTTP_IDEMPOTENCY_KEY": key} if key else {}
        return getattr(self.client, method)(
            f"/api/v1/{address}", body, content_type="application/json", **self._headers(), **more
        )

    def _headers(self) -> dict[str, str]:
        return {"HTTP_AUTHORIZATION": f"Bearer {self.secret}", "HTTP_ACCEPT_LANGUAGE": "en"}


@pytest.fixture
def caller(small_centre) -> Callable[..., Caller]:
    def call_as(role: Role, *scopes: str) -> Caller:
        _token, secret = issue_token(small_centre.user(role), "test", scopes or Scope.values, 1)
        return Caller(secret, Client(raise_request_exception=False))

    return call_as
