import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from fucina.documents.html import html
from fucina.documents.report import Paragraph, Report, Section

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"


class _Page(HTMLParser):
    """The tags of a page, in order, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_page_loads_nothing(report: Report) -> None:
    page = html(report)

    tags = _Page(page).tags
    assert {t for t, _ in tags} & {"script", "link", "img", "iframe", "object", "embed"} == set()
    assert [a for _, a in tags if "src" in a or any(n.startswith("on") for n in a)] == []
    assert re.findall(r"url\((?!#)|@import", page) == []


def test_page_says_its_language_and_title(report: Report) -> None:
    page = html(report)

    assert _Page(page).named("html") == [{"lang": "it"}]
    assert re.findall(r"<title>([^<]*)</title>", page)[0] == "Dove mettere il centro"


def test_page_headings_go_down_one_level_at_a_time(report: Report) -> None:
    levels = [tag for tag, _ in _Page(html(report)).tags if re.fullmatch("h[1-6]", tag)]

    assert levels == ["h1", "h2", "h2", "h2", "h3"]


def test_page_contents_lead_to_every_section(report: Report) -> None:
    page = _Page(html(report))

    sections = [attributes["id"] for attributes in page.named("section")]
    links = [attributes["href"] for attributes in page.named("a")]
    assert sections == ["summary", "value"]
    assert [f"#{section}" for section in sections if f"#{section}" not in links] == []


def test_page_ids_are_unique(report: Report) -> None:
    ids = [a["id"] for _, a in _Page(html(report)).tags if "id" in a]

    assert len(ids) == len(set(ids))


def test_page_tables_scroll_in_a_place_that_takes_the_focus(report: Report) -> None:
    page = _Page(html(report))

    regions = [a for a in page.named("div") if a.get("class") == "scroll"]
    assert [a["tabindex"] for a in regions] == ["0"] * len(page.named("table"))
    assert len(page.named("caption")) == 1
    assert {a.get("scope") for a in page.named("th")} == {"col", "row"}


def test_page_figure_has_a_caption_and_its_numbers(report: Report) -> None:
    page = _Page(html(report))

    counts = [len(page.named(tag)) for tag in ("figure", "figcaption", "details", "svg")]
    assert counts == [1, 1, 1, 2]


@pytest.mark.parametrize("place", ["title", "subtitle", "text", "section"])
def test_page_shows_hostile_words_as_words(report: Report, place: str) -> None:
    sections = [Section("a", HOSTILE if place == "section" else "A", [Paragraph(HOSTILE)])]
    hostile = replace(
        report,
        title=HOSTILE if place == "title" else "T",
        subtitle=HOSTILE if place == "subtitle" else "S",
        sections=sections,
    )

    page = html(hostile)

    assert {t for t, _ in _Page(page).tags} & {"script", "img"} == set()
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 1


def test_page_is_the_same_bytes_twice(report: Report) -> None:
    assert html(report) == html(report)


def test_report_with_two_sections_of_one_id_is_refused(report: Report) -> None:
    twice = replace(report, sections=[Section("a", "A", []), Section("a", "B", [])])

    with pytest.raises(ValueError, match="same id"):
        html(twice)


def test_page_figure_says_what_it_shows_at_both_widths(report: Report) -> None:
    drawings = _Page(html(report)).named("svg")

    assert [d["aria-label"] for d in drawings] == ["Mirafiori precede le altre sedi."] * 2


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert(1))", "[x](data:text/html,1)", "[x](//evil.example)"]
)
def test_page_links_to_nothing_but_anchors_and_https(report: Report, text: str) -> None:
    page = html(replace(report, lead=[Paragraph(text)], sections=[]))

    assert {str(a["href"])[0] for a in _Page(page).named("a")} == {"#"}
    assert page.count(f"<p>{text}</p>") == 1


def test_page_can_always_be_written_as_utf8(report: Report) -> None:
    page = html(replace(report, title="a\ud800b\x00c"))

    assert page.encode().count(b"\x00") == 0
