import pytest
from pydantic import BaseModel

from fucina.documents.text import LANGUAGES, Text, said


class _Noun(BaseModel):
    name: Text


def test_text_speaks_each_language() -> None:
    text = Text(it="sede", en="site")

    spoken = [(text[language], text.in_(language)) for language in LANGUAGES]

    assert spoken == [("sede", "sede"), ("site", "site")]


@pytest.mark.parametrize(("it", "en"), [("", "site"), ("sede", ""), ("  ", "site")])
def test_text_without_words_in_a_language_is_refused(it: str, en: str) -> None:
    with pytest.raises(ValueError, match="Text needs words"):
        Text(it=it, en=en)


def test_text_is_read_by_pydantic() -> None:
    noun = _Noun.model_validate({"name": {"it": "sede", "en": "site"}})

    assert noun.name == Text(it="sede", en="site")


def test_name_is_the_same_in_every_language() -> None:
    assert [said("Mirafiori", language) for language in LANGUAGES] == ["Mirafiori", "Mirafiori"]
