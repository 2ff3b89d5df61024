"""The classification of economic activities (ISTAT). The only place that knows the package ``ateco``.

Codes are kept as of the edition in force; those of the edition before are led to it where ISTAT's table allows one answer.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import ateco as classification

EDITION = "2025"
BEFORE = "2022"


@dataclass(frozen=True)
class Activity:
    """``title`` is ISTAT's own, in Italian; there is no other."""

    code: str
    title: str
    level: str
    edition: str

    def __str__(self) -> str:
        return f"{self.code} · {self.title}"


@dataclass(frozen=True)
class Reading:
    """What a code typed by somebody means today. ``activity`` is missing where it means nothing, or several things."""

    activity: Activity | None = None
    edition: str = EDITION
    candidates: tuple[Activity, ...] = ()


def activity(code: str, edition: str = EDITION) -> Activity | None:
    """
    >>> activity("256").code
    '25.6'
    """
    return _activities(edition).get(_canonical(code))


def read(code: str) -> Reading:
    """The activity in force; a code of the edition before is led to its successor.

    >>> read("62.01.00").activity.code, read("62.01.00").edition
    ('62.10.00', '2022')
    """
    if found := activity(code):
        return Reading(found)
    if activity(code, BEFORE) is None:
        return Reading()
    targets = classification.map_code(_canonical(code), BEFORE, EDITION).targets
    known = tuple(found for target in targets if (found := activity(target)))
    return Reading(known[0] if len(known) == 1 else None, BEFORE, known)


def search(words: str, limit: int = 10) -> list[Activity]:
    """By code, or by Italian words without regard to accents; titles before explanatory notes, broad before narrow."""
    asked = _plain(words).split()
    if not asked:
        return []
    begins = [found for code, found in _activities(EDITION).items() if code.startswith(_canonical(words))]  # fmt: skip
    ranked = [
        (rank, len(found.code), found.code, found)
        for found, title, notes in _texts()
        if (rank := _rank(asked, title, notes)) is not None
    ]
    return [*begins, *(found for *_key, found in sorted(ranked, key=lambda r: r[:3]))][:limit]


def sections() -> list[Activity]:
    return _of_level("section")


def divisions() -> list[Activity]:
    return _of_level("division")


def divisions_of(section: str) -> list[str]:
    """The two-figure codes of a section's divisions."""
    return [
        node.code
        for node in _nodes(EDITION).values()
        if node.level == "division" and node.parent == section
    ]


def edition_title(edition: str = EDITION) -> str:
    return str(classification.get_edition(edition).title)


def _of_level(level: str) -> list[Activity]:
    return [found for found in _activities(EDITION).values() if found.level == level]


@cache
def _activities(edition: str) -> dict[str, Activity]:
    return {
        code: Activity(code, node.title, node.level, edition)
        for code, node in _nodes(edition).items()
    }


@cache
def _nodes(edition: str) -> dict[str, Any]:
    """All of an edition, in its order. The package lists nothing but what it finds, and every title has a vowel."""
    found = {
        node.code: node
        for vowel in "aeiou"
        for node in classification.search(vowel, edition=edition, limit=100_000)
    }
    return dict(sorted(found.items()))


@cache
def _texts() -> tuple[tuple[Activity, str, str], ...]:
    """Each activity with its plain title and its plain notes of what it includes."""
    return tuple(
        (found, _plain(found.title), _plain(_included(_nodes(EDITION)[code].notes)))
        for code, found in _activities(EDITION).items()
        if found.level != "section"
    )


def _included(notes: dict[str, str]) -> str:
    return " ".join(text for name, text in notes.items() if name != "esclusione")


def _rank(asked: list[str], title: str, notes: str) -> int | None:
    if all(word in title for word in asked):
        return 0
    if all(word in title or word in notes for word in asked):
        return 1
    return None


def _canonical(code: str) -> str:
    return str(classification.canonicalize(code)) if code.strip() else ""


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
