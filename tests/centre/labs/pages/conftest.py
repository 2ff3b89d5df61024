"""The laboratory's pages as each of its people opens them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.centre.labs.conftest import Lab

from fucina.centre.people.models import User


@pytest.fixture
def client_of() -> Callable[[User | None], Client]:
    def make(user: User | None) -> Client:
        client = Client(HTTP_ACCEPT_LANGUAGE="en")
        if user is not None:
            client.force_login(user)
        return client

    return make


@pytest.fixture
def asks(client_of: Any) -> Callable[..., Any]:
    """Opens a page in English and gives the answer."""

    def make(user: User | None, path: str, **query: Any) -> Any:
        return client_of(user).get(f"/en/labs/{path}", query)

    return make


@pytest.fixture
def sends(client_of: Any) -> Callable[..., Any]:
    def make(user: User | None, path: str, **values: Any) -> Any:
        return client_of(user).post(f"/en/labs/{path}", values)

    return make


def booking_data(lab: Lab, *things: Any, **more: Any) -> dict[str, Any]:
    """What the booking form sends: Tuesday 2 March, from nine to eleven."""
    return {
        "resource": [one.pk for one in things],
        "starts_0": "02/03/2027", "starts_1": "09:00", "ends_0": "02/03/2027", "ends_1": "11:00",
        "organisation": lab.firm.pk, "kind": "use", "project": "", "key": "k1", "do": "check",
        **more,
    }  # fmt: skip
