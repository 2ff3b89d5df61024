import pytest

from fucina.config.environment import flag, integer, text
from fucina.config.problem import SetupProblem


def test_text_unset_or_empty_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUCINA_THING", " ")

    found = text("FUCINA_THING", "other")

    assert found == "other"


def test_text_required_and_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FUCINA_THING", raising=False)

    with pytest.raises(SetupProblem) as refusal:
        text("FUCINA_THING")

    assert str(refusal.value) == "FUCINA_THING is required here: set it in the environment."


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("FALSE", False)]
)
def test_flag_is_read(monkeypatch: pytest.MonkeyPatch, written: str, meant: bool) -> None:
    monkeypatch.setenv("FUCINA_THING", written)

    found = flag("FUCINA_THING", not meant)

    assert found is meant


def test_flag_unset_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FUCINA_THING", raising=False)

    assert flag("FUCINA_THING", True) is True


def test_flag_not_understood_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUCINA_THING", "perhaps")

    with pytest.raises(SetupProblem, match="“perhaps”: set it to yes or no"):
        flag("FUCINA_THING", False)


def test_integer_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUCINA_THING", "12")

    assert integer("FUCINA_THING", 3) == 12


def test_integer_not_understood_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUCINA_THING", "twelve")

    with pytest.raises(SetupProblem, match="“twelve”: set it to a whole number"):
        integer("FUCINA_THING")
