"""The same booking from a program: cases L3, L5, L18, L26, L42, L61, L62."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.centre.labs.calendars import filled
from tests.centre.labs.conftest import at
from tests.centre.labs.racing import at_once

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.labs.domain import book
from fucina.centre.labs.models import Booking
from fucina.centre.people.models import User
from fucina.centre.refusal import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.centre.labs.api_urls")]


@dataclass(frozen=True)
class Caller:
    secret: str

    def get(self, address: str, **query: Any) -> Any:
        return self._client().get(f"/api/only-labs/labs/{address}", query, **self._headers())

    def post(self, address: str, body: object, key: str = "") -> Any:
        more = {"HTTP_IDEMPOTENCY_KEY": key} if key else {}
        return self._client().post(
            f"/api/only-labs/labs/{address}", body, content_type="application/json",
            **self._headers(), **more,
        )  # fmt: skip

    def _client(self) -> Client:
        return Client(raise_request_exception=False)

    def _headers(self) -> dict[str, str]:
        return {"HTTP_AUTHORIZATION": f"Bearer {self.secret}", "HTTP_ACCEPT_LANGUAGE": "en"}


@pytest.fixture
def caller() -> Callable[[User], Caller]:
    def call_as(user: User) -> Caller:
        secret = f"secret of {user.email}"
        Token.objects.create(
            user=user, name="prova", digest=digest_of(secret), start="prova",
            scopes=["labs:read", "labs:write"], expires=dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
        )  # fmt: skip
        return Caller(secret)

    return call_as


def body(lab, resource, start: str = "09:00", end: str = "10:00", **more: object) -> dict[str, Any]:  # fmt: skip
    return {
        "resources": [{"resource": resource.pk}],
        "starts": at(start).isoformat(),
        "ends": at(end).isoformat(),
        "organisation": lab.firm.pk,
        **more,
    }


def test_l26_program_and_page_store_the_same_row(lab, ada, bea, printer, microscope, caller) -> None:  # fmt: skip
    answer = caller(ada).post("bookings", body(lab, printer, purpose="Provini"))
    book([microscope], at("09:00"), at("10:00"), by=bea, organisation=lab.firm, purpose="Provini")
    left_out = ("id", "uid", "person_id", "booked_by_id", "created", "updated")
    rows = [
        {name: value for name, value in row.items() if name not in left_out}
        for row in Booking.objects.order_by("pk").values(
            *[field.attname for field in Booking._meta.concrete_fields]
        )
    ]

    assert (answer.status_code, answer.json()["status"]) == (201, "confirmed")
    assert rows[0] == rows[1]


def test_l26_program_and_page_are_refused_alike(lab, ada, bea, printer, caller) -> None:
    lab.rules(max_minutes=30, needs_project=True)

    answer = caller(ada).post("bookings", body(lab, printer))
    with pytest.raises(Refusal) as refusal:
        book([printer], at("09:00"), at("10:00"), by=ada, organisation=lab.firm)

    assert answer.status_code == 422
    assert [(one["code"], one["message"]) for one in answer.json()["errors"]] == [
        (one.code, one.message) for one in refusal.value.problems
    ]


def test_what_is_taken_answers_409_with_the_nearest_time(lab, ada, bea, printer, caller) -> None:
    caller(ada).post("bookings", body(lab, printer))

    answer = caller(bea).post("bookings", body(lab, printer, "09:30", "10:30"))

    (error,) = answer.json()["errors"]
    assert (answer.status_code, answer.json()["code"], error["code"]) == (409, "conflict", "overlap")  # fmt: skip
    assert error["numbers"]["nearest"] == {
        "start": "2027-03-02T09:00:00+00:00", "end": "2027-03-02T10:00:00+00:00",
    }  # fmt: skip


def test_l2_end_before_start_is_refused(lab, ada, printer, caller) -> None:
    answer = caller(ada).post("bookings", body(lab, printer, "10:00", "09:00"))

    assert answer.status_code == 422
    assert Booking.objects.count() == 0


def test_l18_override_of_an_ordinary_user_is_not_seen(lab, ada, printer, caller) -> None:
    lab.rules(max_minutes=30)
    mine = caller(ada)

    created = mine.post("bookings", body(lab, printer, override="please"))
    stored = mine.post("bookings", body(lab, printer, "09:00", "09:30")).json()
    moved = mine.post(
        f"bookings/{stored['id']}/move",
        {"starts": stored["starts"], "ends": at("10:00").isoformat(), "override": "please"},
    )

    assert (created.status_code, moved.status_code) == (422, 422)


def test_booking_is_moved_and_cancelled(lab, ada, printer, caller) -> None:
    mine = caller(ada)
    number = mine.post("bookings", body(lab, printer)).json()["id"]

    moved = mine.post(
        f"bookings/{number}/move",
        {"starts": at("11:00").isoformat(), "ends": at("12:00").isoformat()},
    ).json()
    cancelled = mine.post(f"bookings/{number}/cancel", {"reason": "Pezzo rotto"}).json()

    assert (moved["sequence"], cancelled["sequence"]) == (1, 2)
    assert (cancelled["status"], mine.get("bookings").json()["items"]) == ("cancelled", [cancelled])


def test_somebody_elses_booking_does_not_exist(lab, ada, printer, caller) -> None:
    number = caller(ada).post("bookings", body(lab, printer)).json()["id"]
    stranger = lab.user("zoe", "researcher", at=lab.university)
    theirs = caller(stranger)

    answers = [
        theirs.get(f"bookings/{number}"),
        theirs.post(f"bookings/{number}/cancel", {}),
        theirs.post(
            f"bookings/{number}/move",
            {"starts": at("11:00").isoformat(), "ends": at("12:00").isoformat()},
        ),
    ]

    assert [one.status_code for one in answers] == [404, 404, 404]


def test_l42_series_through_the_api(lab, ada, bea, printer, caller) -> None:
    caller(bea).post("bookings", body(lab, printer, "2027-03-16 09:00", "2027-03-16 10:00"))
    mine, asked = caller(ada), body(lab, printer, repetition="FREQ=WEEKLY;COUNT=4")

    whole = mine.post("series", asked)
    part = mine.post("series", asked | {"skip_clashes": True})

    assert (whole.status_code, part.status_code) == (409, 201)
    assert (len(part.json()["bookings"]), part.json()["skipped"][0]["codes"]) == (3, ["overlap"])


def test_free_times_are_found(lab, ada, bea, printer, caller) -> None:
    caller(bea).post("bookings", body(lab, printer, "09:00", "11:00"))

    found = caller(ada).get(
        "free", resource=printer.pk, minutes=60, organisation=lab.firm.pk,
        after=at("09:00").isoformat(),
    )  # fmt: skip

    assert found.json() == [{"start": "2027-03-02T10:00:00Z", "end": "2027-03-02T11:00:00Z"}]


def test_l61_feed_costs_the_same_for_ten_and_for_a_thousand(lab, ada, caller) -> None:
    """At most 5 queries beside those that know the caller."""
    mine, window = caller(ada), {"start": at("2027-03-01 00:00").isoformat(), "end": at("2027-04-30 00:00").isoformat()}  # fmt: skip

    def cost(number: int) -> tuple[int, int]:
        filled(lab, number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = mine.get("events", **window)
        known = [one for one in queries if "api_token" in one["sql"]]
        return len(answer.json()), len(queries) - len(known)

    assert cost(10)[0] == 10
    few, many = cost(0), cost(990)

    assert (few[0], many[0]) == (10, 1000)
    assert few[1] == many[1] <= 5


def test_l61_window_that_is_too_long_is_a_clear_400(lab, ada, caller) -> None:
    answer = caller(ada).get(
        "events", start=at("2027-03-01 00:00").isoformat(), end=at("2027-06-01 00:00").isoformat()
    )

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "window")


@pytest.mark.django_db(transaction=True)
def test_l3_l5_many_at_once_over_http(lab, ada, printer, caller) -> None:
    """Different people: one 201, else 409. One person twice with one key: the same answer."""
    callers = [caller(lab.user(f"p{n}")) for n in range(12)]
    statuses: list[int] = []
    at_once([lambda c=c: statuses.append(c.post("bookings", body(lab, printer)).status_code) for c in callers])  # fmt: skip
    same: list[bytes] = []
    mine = caller(ada)
    later = body(lab, printer, "14:00", "15:00")
    at_once([lambda: same.append(mine.post("bookings", later, key="twice").content) for _ in range(4)])  # fmt: skip

    assert sorted(statuses) == [201] + [409] * 11
    assert len(set(same)) == 1
    assert Booking.objects.count() == 2
