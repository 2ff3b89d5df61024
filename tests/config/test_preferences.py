import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from fucina.config.preferences import theme_of


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_theme_chosen_is_kept_and_leads_back(client: Client, theme: str) -> None:
    answer = client.post("/theme/", {"theme": theme, "next": "/it/study/?page=2"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/it/study/?page=2")
    cookie = answer.cookies["theme"]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == (theme, "Lax", True)
    assert cookie["max-age"] == 365 * 24 * 3600


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "javascript:x", ""])
def test_theme_never_leads_away(client: Client, address: str) -> None:
    answer = client.post("/theme/", {"theme": "dark", "next": address})

    assert answer.headers["Location"] == "/"


def test_theme_unknown_is_refused(client: Client) -> None:
    answer = client.post("/theme/", {"theme": "pink"})

    assert answer.status_code == 400
    assert "theme" not in answer.cookies


def test_theme_is_not_chosen_by_a_link(client: Client) -> None:
    assert client.get("/theme/?theme=dark").status_code == 405


def test_theme_from_elsewhere_is_refused() -> None:
    answer = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})

    assert answer.status_code == 403


def test_theme_cookie_not_understood_is_automatic(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.COOKIES["theme"] = '"><script>'

    assert theme_of(request) == "auto"


@pytest.mark.parametrize(
    ("cookie", "accepted", "there"),
    [
        ("", "", "/it/"),
        ("", "en-GB,en;q=0.9", "/en/"),
        ("", "fr", "/it/"),
        ("it", "en", "/it/"),
        ("en", "it", "/en/"),
    ],
)
def test_home_without_language_leads_to_the_visitors_own(
    client: Client, cookie: str, accepted: str, there: str
) -> None:
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie

    answer = client.get("/", headers={"accept-language": accepted})

    assert (answer.status_code, answer.headers["Location"]) == (302, there)
    assert answer.headers["Vary"] == "Accept-Language, Cookie"


def test_language_chosen_leads_to_the_same_page_in_it(client: Client) -> None:
    answer = client.post("/language/", {"language": "en", "next": "/it/ui/"})

    assert answer.headers["Location"] == "/en/ui/"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
