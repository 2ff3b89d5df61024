from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from fucina.ui.filters import Chip, chips, kept
from fucina.ui.listing import Listing

SORTS = {"name": ["name"], "size": ["-staff", "name"]}
COLUMNS = [{"label": "Name", "sort": "name"}, {"label": "City"}, {"label": "Staff", "sort": "size"}]


@dataclass
class Numbers:
    """Numbers in order, that remember how they were asked to be ordered."""

    count: int
    ordered: list[str] = field(default_factory=list)

    def order_by(self, *fields: str) -> Self:
        self.ordered[:] = fields
        return self

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, part: slice) -> Sequence[int]:
        return list(range(self.count))[part]


def listing(query: str, numbers: Numbers) -> Listing[int]:
    return Listing.of(QueryDict(query), numbers, sorts=SORTS, default="name")


def render(query: str, source: str, count: int = 60, **context: object) -> str:
    request = RequestFactory().get(f"/?{query}")
    found = listing(query, Numbers(count))
    rows = [{"cells": [str(n), "Torino", n], "value": n, "label": f"number {n}"} for n in found]
    values = {"request": request, "listing": found, "columns": COLUMNS, "rows": rows, **context}
    with translation.override("en"):
        return " ".join(Template("{% load ui %}" + source).render(Context(values)).split())


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("", ["name", "pk"]),
        ("sort=-name", ["-name", "pk"]),
        ("sort=size", ["-staff", "name", "pk"]),
        ("sort=-size", ["staff", "-name", "pk"]),
        ("sort=password", ["name", "pk"]),
        ("sort=--name", ["name", "pk"]),
    ],
)
def test_only_known_orders_reach_the_database(query: str, fields: list[str]) -> None:
    numbers = Numbers(60)

    listing(query, numbers)

    assert numbers.ordered == fields


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("", 0, 24), ("page=2", 25, 49), ("page=99", 50, 59), ("page=x", 0, 24),
        ("size=50", 0, 49), ("size=7", 0, 24), ("size=-1", 0, 24), ("size=50&page=2", 50, 59),
    ],
)  # fmt: skip
def test_page_and_size_are_kept_within_bounds(query: str, first: int, last: int) -> None:
    found = list(listing(query, Numbers(60)))

    assert (found[0], found[-1]) == (first, last)


def test_head_turns_the_order_round_keeps_the_filter_and_starts_again() -> None:
    query = QueryDict("q=laser&sort=name&page=2")

    heads = listing("sort=name", Numbers(60)).heads(COLUMNS, query)

    assert [(head.url, head.direction) for head in heads] == [
        ("?q=laser&sort=-name", "ascending"),
        ("", ""),
        ("?q=laser&sort=size", ""),
    ]


def test_table_says_order_count_and_export() -> None:
    exports = [{"label": "CSV", "url": "/export/?as=csv"}]

    html = render(
        "q=laser&sort=-name&page=2", "{% data_table listing columns rows 'All' exports=exports %}",
        exports=exports,
    )  # fmt: skip

    assert 'aria-sort="descending"' in html
    assert "26–50 of 60 results" in html
    assert 'href="/export/?as=csv&amp;q=laser&amp;sort=-name"' in html
    assert '<input type="hidden" name="q" value="laser">' in html


def test_table_of_nothing_says_what_to_do() -> None:
    html = render("q=zzz", "{% data_table listing columns rows 'All' %}", count=0)

    assert "No results" in html
    assert "Nothing answers this search" in html
    assert "<table" not in html


def test_rows_can_be_selected_for_a_form_elsewhere() -> None:
    html = render("", "{% data_table listing columns rows 'All' select='pk' form='bulk' %}")

    assert html.count('name="pk"') == 25
    assert (
        '<input type="checkbox" name="pk" value="3" form="bulk" aria-label="Select number 3">'
        in html
    )


class Filter(forms.Form):
    words = forms.CharField(required=False)
    city = forms.ChoiceField(required=False, choices=[("", "Any"), ("to", "Torino")])
    large = forms.BooleanField(required=False, label="Large ones")


def test_chips_say_what_is_asked_and_remove_it() -> None:
    query = QueryDict("words=laser&city=to&large=on&sort=name&page=3&other=1")

    found = chips(Filter(query), query)

    assert found == [
        Chip("Words", "laser", "?city=to&large=on&sort=name&other=1"),
        Chip("City", "Torino", "?words=laser&large=on&sort=name&other=1"),
        Chip("Large ones", "", "?words=laser&city=to&sort=name&other=1"),
    ]


def test_filter_keeps_the_order_and_forgets_the_page() -> None:
    query = QueryDict("words=laser&sort=name&page=3")

    assert kept(Filter(query), query) == [("sort", "name")]


def test_filter_bar_without_filters_has_no_chips() -> None:
    html = render("words=", "{% filter_bar form %}", form=Filter(QueryDict("words=")))

    assert "chips" not in html
    assert "Clear filters" not in html
