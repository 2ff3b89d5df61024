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
