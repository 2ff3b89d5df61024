import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation


@pytest.mark.parametrize(("language", "heading"), [("it", "Componenti"), ("en", "Components")])
def test_gallery_shows_every_component(client: Client, language: str, heading: str) -> None:
    with translation.override(language):
        page = client.get(reverse("ui:gallery"))

    html = page.content.decode()
    assert page.status_code == 200
    assert re.findall(r"<html lang=\"(\w+)\"", html) == [language]
    assert re.findall(r"<h1>([^<]+)</h1>", html) == [heading]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chosen_theme_stands_on_the_page(client: Client, theme: str) -> None:
    client.cookies["theme"] = theme

    with translation.override("it"):
        html = client.get(reverse("ui:gallery")).content.decode()

    assert f'<html lang="it" data-theme="{theme}">' in html


@pytest.mark.parametrize("name", ["403", "404"])
def test_error_page_renders_for_a_visitor(name: str) -> None:
    html = render_to_string(f"{name}.html", request=RequestFactory().get("/it/nowhere"))

    assert html.count("<h1>") == 1


def test_server_error_page_needs_no_context() -> None:
    html = render_to_string("500.html")

    assert html.count("<h1>") == 1


@pytest.mark.parametrize("name", ["frame", "form", "confirm", "search"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_page_that_a_sample_leads_to_opens(client: Client, name: str, language: str) -> None:
    with translation.override(language):
        page = client.get(reverse(f"ui:{name}"))

    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1


def test_wrong_form_comes_back_with_what_was_typed(client: Client) -> None:
    with translation.override("en"):
        html = client.post(reverse("ui:form"), {"title": "Kept", "amount": "much"}).content.decode()

    assert 'value="Kept"' in html
    assert 'value="much"' in html
    assert "Value: Enter an amount in euro, such as 1,250.00." in html


def test_right_form_is_told_on_the_next_page(client: Client) -> None:
    sent = {
        "title": "Bench", "firm": "Prova 1 S.p.A.", "kind": "kind", "amount": "1.250,00",
        "signed": "15/11/2026", "channel": "pec", "checked": "on",
    }  # fmt: skip
    with translation.override("it"):
        page = client.post(reverse("ui:form"), sent, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "Il contributo è in regola. Non è stato conservato nulla: questo è un esempio."
    ]


@pytest.mark.parametrize(
    ("accept", "kind"), [("application/json", "application/json"), ("text/html,*/*", "text/html")]
)
def test_search_answers_as_it_is_asked(client: Client, accept: str, kind: str) -> None:
    page = client.get(reverse("ui:search"), {"q": "prova 1 "}, headers={"accept": accept})

    assert page.headers["Content-Type"].split(";")[0] == kind
    assert "Accept" in page.headers["Vary"]
    assert "Prova 1 S.p.A." in page.content.decode()


def test_list_of_the_gallery_is_asked_for_in_its_address(client: Client) -> None:
    with translation.override("en"):
        html = client.get(
            reverse("ui:gallery"), {"sort": "-staff", "size": "10", "city": "Ivrea"}
        ).content.decode()

    staff = re.findall(r'<td class="number" role="cell" data-label="People"[^>]*><span>(\d+)', html)
    assert len(staff) == 10
    assert staff == sorted(staff, key=int, reverse=True)
