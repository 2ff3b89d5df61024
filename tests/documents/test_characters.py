import pytest

from fucina.documents.characters import BREAK, UNKNOWN, breakable, legible, printable, tied


@pytest.mark.parametrize(
    "text",
    ["Perché no? €/m² ± 0,4% – «così»", "Łódź, Škoda, Αθήνα, Москва", "x\N{NO-BREAK SPACE}y"],
)
def test_european_words_stay_as_they_are(text: str) -> None:
    assert legible(text) == text
    assert printable(text) == text


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "a\x1bb"])
def test_what_no_document_may_hold_is_marked(text: str) -> None:
    assert legible(text) == f"a{UNKNOWN}b"
    assert printable(text) == f"a{UNKNOWN}b"


def test_what_the_paper_has_no_letter_for_is_marked() -> None:
    assert legible("中 🎉") == "中 🎉"
    assert printable("中 🎉") == f"{UNKNOWN} {UNKNOWN}"


def test_tabs_and_line_ends_are_spaces() -> None:
    assert printable("a\r\n\tb") == "a b"


def test_long_words_may_break_after_their_punctuation() -> None:
    assert breakable("torino-comune-popolazione") == BREAK.join(
        ["torino-", "comune-", "popolazione"]
    )
    assert breakable("x" * 70).split(BREAK) == ["x" * 32, "x" * 32, "x" * 6]
    assert breakable("D-IV, precipitevolmente") == "D-IV, precipitevolmente"


def test_tied_keeps_a_minus_with_its_amount() -> None:
    assert tied("FNPV \u2212€74M, \u221273.7") == "FNPV \u2212\u2060€74M, \u221273.7"
