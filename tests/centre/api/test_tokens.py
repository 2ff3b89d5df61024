import datetime as dt

import pytest
from django.utils import timezone

from fucina.centre.api.domain.tokens import MOST, issue_token, revoke_token
from fucina.centre.api.models import Token
from fucina.centre.api.scopes import Scope
from fucina.centre.people.enums import Role
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db


def test_secret_is_shown_and_not_kept(small_centre) -> None:
    token, secret = issue_token(small_centre.user(Role.ANALYST), "report", [Scope.PEOPLE_READ], 30)

    kept = Token.objects.filter(pk=token.pk).values_list("name", "digest", "start", "scopes").get()

    assert secret not in str(kept)
    assert secret.startswith(token.start)
    assert (token.expires - timezone.now()).days == 29


def test_every_fault_of_a_token_is_told_at_once(small_centre) -> None:
    with pytest.raises(Refusal) as refusal:
        issue_token(small_centre.user(Role.ANALYST), " ", ["everything"], 1000)

    assert [problem.code for problem in refusal.value.problems] == ["required", "scopes", "days"]


def test_tokens_have_a_limit_that_revoked_ones_do_not_fill(small_centre) -> None:
    user = small_centre.user(Role.ANALYST)
    tokens = [issue_token(user, f"{n}", [Scope.PEOPLE_READ], 1)[0] for n in range(MOST)]

    with pytest.raises(Refusal, match=f"{MOST} "):
        issue_token(user, "more", [Scope.PEOPLE_READ], 1)
    revoke_token(tokens[0])

    assert issue_token(user, "more", [Scope.PEOPLE_READ], 1)[0].usable


@pytest.mark.parametrize("fate", ["revoked", "expired", "disabled", "altered", "absent"])
def test_token_that_is_no_longer_good_opens_nothing(small_centre, client, fate) -> None:
    user = small_centre.user(Role.DIRECTOR)
    token, secret = issue_token(user, "test", Scope.values, 1)
    if fate == "revoked":
        revoke_token(token)
    elif fate == "expired":
        Token.objects.update(expires=timezone.now() - dt.timedelta(seconds=1))
    elif fate == "disabled":
        type(user).objects.filter(pk=user.pk).update(is_active=False)
    headers = (
        {}
        if fate == "absent"
        else {"HTTP_AUTHORIZATION": f"Bearer {secret}{'x' * (fate == 'altered')}"}
    )

    answer = client.get("/api/v1/me", **headers)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_needed")
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == "application/problem+json"


def test_token_opens_only_its_scopes(caller) -> None:
    answer = caller(Role.DIRECTOR, Scope.GOVERNANCE_READ).get("organisations")

    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


def test_token_tells_whose_it_is(caller, small_centre) -> None:
    body = caller(Role.DIRECTOR, Scope.PEOPLE_READ).get("me").json()

    assert (body["email"], body["scopes"]) == ("director@fucina.example", ["people:read"])
    assert [(role["role"], role["organisation"]) for role in body["roles"]] == [
        ("director", small_centre.centre.pk)
    ]


def test_own_tokens_are_made_shown_and_revoked_on_the_page(small_centre, client) -> None:
    client.force_login(small_centre.user(Role.ANALYST))

    made = client.post(
        "/en/account/tokens/", {"name": "report", "scopes": ["people:read"], "days": "30"}
    )
    token = Token.objects.get()
    revoked = client.post(f"/en/account/tokens/{token.pk}/revoke/")
    token.refresh_from_db()

    assert "fucina_" in made.content.decode()
    assert "fucina_" not in client.get("/en/account/tokens/").content.decode().replace(
        token.start, ""
    )
    assert (revoked.status_code, token.usable) == (302, False)


def test_form_keeps_what_was_typed(small_centre, client) -> None:
    client.force_login(small_centre.user(Role.ANALYST))

    answer = client.post("/en/account/tokens/", {"name": "my report", "days": "0"})

    assert answer.status_code == 200
    assert 'value="my report"' in answer.content.decode()


def test_another_person_s_token_does_not_exist(small_centre, client) -> None:
    token, _secret = issue_token(small_centre.user(Role.DIRECTOR), "his", [Scope.PEOPLE_READ], 1)
    client.force_login(small_centre.user(Role.ANALYST))

    answer = client.post(f"/en/account/tokens/{token.pk}/revoke/")

    token.refresh_from_db()
    assert (answer.status_code, token.usable) == (404, True)
