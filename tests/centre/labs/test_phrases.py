from pathlib import Path

import fucina.centre.labs
from fucina.ui.phrases import untranslated, unused

APP = Path(fucina.centre.labs.__file__).parent


def test_every_phrase_is_italian_too() -> None:
    assert untranslated(APP) == []


def test_no_translation_is_left_over() -> None:
    assert unused(APP) == []
