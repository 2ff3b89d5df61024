"""Every phrase and every letter in both languages."""

import re
from pathlib import Path

import fucina.centre.accounts
from fucina.ui.phrases import untranslated, unused

APP = Path(fucina.centre.accounts.__file__).parent
LETTERS = APP / "templates/accounts/mail"


def test_every_phrase_is_italian_too() -> None:
    assert untranslated(APP) == []


def test_no_translation_is_left_over() -> None:
    assert unused(APP) == []


def test_every_letter_says_the_same_in_both_languages() -> None:
    said = {language: spoken(language) for language in ("it", "en")}

    assert said["it"] == said["en"]


def test_every_letter_of_allauth_is_ours() -> None:
    import allauth

    shipped = Path(allauth.__file__).parent / "templates"
    names = {
        path.name.removesuffix("_message.txt")
        for app in ("account", "mfa")
        for path in (shipped / app / "email").glob("*_message.txt")
    }
    wanted = {name for name in names if "code" not in name or name.startswith("recovery")}

    assert wanted - {path.stem for path in (LETTERS / "it").iterdir()} == {
        "base"
    }  # the frame of the others


def spoken(language: str) -> dict[str, list[str]]:
    """What each letter fills in."""
    return {
        path.name: sorted(set(re.findall(r"{{ *([\w.]+)", path.read_text())))
        for path in (LETTERS / language).iterdir()
    }
