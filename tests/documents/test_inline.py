import pytest

from fucina.documents.inline import Span, spans


def _plain(text: str) -> list[Span]:
    return [Span(text=text, bold=False, anchor="", address="")]


def test_bold_is_marked() -> None:
    assert spans("a **b**") == [*_plain("a "), Span(text="b", bold=True, anchor="", address="")]


def test_link_to_an_anchor_of_the_report_is_kept() -> None:
    assert spans("[x](#value)", {"value"}) == [
        Span(text="x", bold=False, anchor="value", address="")
    ]


def test_link_to_an_https_address_is_kept() -> None:
    assert spans("[x](https://istat.it/a)") == [
        Span(text="x", bold=False, anchor="", address="https://istat.it/a")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](http://istat.it)",
        "[x](#nowhere)",
        "[x](data:text/html,1)",
        "<b>x</b>",
        "2 ** 3 ** 4",
    ],
)
def test_anything_else_is_shown_as_it_is_written(text: str) -> None:
    assert "".join(span["text"] for span in spans(text)) == text
    assert all(not (s["bold"] or s["anchor"] or s["address"]) for s in spans(text))
