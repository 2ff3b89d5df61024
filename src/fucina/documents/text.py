"""Words in both languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["it", "en"]

LANGUAGES: tuple[Language, ...] = ("it", "en")


@dataclass(frozen=True)
class Text:
    """The same words in Italian and in English; neither may be missing."""

    it: str
    en: str

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            if not self[language].strip():
                raise ValueError(
                    f"Text needs words in {language!r}: it={self.it!r}, en={self.en!r}"
                )

    def __getitem__(self, language: Language) -> str:
        return self.it if language == "it" else self.en

    def in_(self, language: Language) -> str:
        return self[language]


Words = Text | str
"""Words to be shown: translated, or a name that is the same in every language."""


def said(words: Words, language: Language) -> str:
    return words[language] if isinstance(words, Text) else words
