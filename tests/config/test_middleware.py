from uuid import UUID

from django.test import Client


def test_answer_carries_the_id_under_which_it_is_logged(client: Client) -> None:
    first, second = client.get("/theme/"), client.get("/theme/")

    ids = {UUID(answer.headers["X-Request-ID"]) for answer in (first, second)}

    assert len(ids) == 2


def test_id_that_a_visitor_sends_is_not_believed(client: Client) -> None:
    answer = client.get("/theme/", headers={"x-request-id": "forged"})

    assert answer.headers["X-Request-ID"] != "forged"


def test_answer_refuses_the_browsers_powers(client: Client) -> None:
    policy = client.get("/theme/").headers["Permissions-Policy"]

    assert policy.startswith("accelerometer=(), autoplay=()")
