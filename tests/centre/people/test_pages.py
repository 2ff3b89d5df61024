import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fucina.centre.people.urls import urlpatterns

pytestmark = pytest.mark.django_db
LIMIT = 12
MANY_PARTS = {"organisation": 30, "person": 16, "organisation_history": 16, "ownership": 14}
"""Pages of one thing with panels of many kinds; the others are lists and forms."""
POSTS = {"dismiss_duplicate", "apply_import", "discard_import"}
PAGES = sorted(one.name for one in urlpatterns if one.name not in POSTS)


def address(name: str, numbers: dict[str, int]) -> str:
    route = next(one for one in urlpatterns if one.name == name)
    nouns = route.pattern.converters
    told = {noun: numbers[noun] for noun in nouns if noun != "ending"}
    return reverse(f"people:{name}", kwargs=told | ({"ending": "csv"} if "ending" in nouns else {}))


@pytest.mark.parametrize("name", PAGES)
def test_page_answers_with_as_many_queries_for_three_things_as_for_one(
    as_director, furnished, name
) -> None:
    asked = []
    for count in (
        1,
        1,
        3,
    ):  # the first request leaves its mark on the audit trail, which the others read
        numbers = furnished(count)
        as_director.get(address(name, numbers))  # what is read once a process
        with CaptureQueriesContext(connection) as queries:
            answer = as_director.get(address(name, numbers))
        assert answer.status_code == 200
        asked.append(sum("SAVEPOINT" not in one["sql"] for one in queries))

    assert asked[2] <= asked[1]
    assert asked[2] <= MANY_PARTS.get(name, LIMIT)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["it", "en"])
def test_page_has_one_heading_and_no_inline_style_or_script(
    as_director, furnished, name, language
) -> None:
    there = address(name, furnished(1)).replace("/it/", f"/{language}/")

    content = as_director.get(there).content.decode("utf-8", "replace")

    if content.startswith("<!doctype"):
        assert content.count("<h1>") == 1
        assert (
            re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|application/json))", content)
            == []
        )


def test_visitor_is_asked_to_sign_in() -> None:
    told = {
        Client().get(reverse(f"people:{name}")).status_code
        for name in ("organisations", "persons", "imports")
    }

    assert told == {302}
