"""Finds machines and people by what they can do: “laser powder bed, Ti-6Al-4V, 250 mm”."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from fucina.centre.labs.domain.queries.visible import visible_resources
from fucina.centre.labs.enums import CapabilityKind, ResourceStatus
from fucina.centre.labs.models import CapabilityValue, Resource

MEASURE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mm|cm|m|µm|um|nm|kg|g|t|°?c|kw|w|bar|kn|n|rpm|l|hz|khz|mhz|gb|kv)\b", re.IGNORECASE)  # fmt: skip
FACTORS = {
    "mm": ("mm", 1.0), "cm": ("mm", 10.0), "m": ("mm", 1000.0), "µm": ("µm", 1.0), "um": ("µm", 1.0),
    "nm": ("µm", 0.001), "kg": ("kg", 1.0), "g": ("kg", 0.001), "t": ("kg", 1000.0), "c": ("°C", 1.0),
    "°c": ("°C", 1.0), "kw": ("kW", 1.0), "w": ("kW", 0.001), "kn": ("kN", 1.0), "n": ("kN", 0.001),
}  # fmt: skip
"""To the units in which capabilities are kept; what is not here is compared as it is written."""
LENGTHS = ("mm", "µm")
LEAST_WORD = 2
AS_WRITTEN = 0.4
"""More, for words that stand together as they were asked: less than the name counts above an ability."""


@dataclass(frozen=True)
class Found:
    """A resource, how well it answers, and what of it answers, as said of it."""

    resource: Resource
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    value: float
    unit: str


@dataclass(frozen=True)
class Wanted:
    """A search taken apart: phrases (separated by commas) and measures."""

    phrases: tuple[tuple[str, ...], ...]
    measures: tuple[Measure, ...]


def find_resources(
    user: Any, words: str, *, kind: str = "", laboratory: int | None = None
) -> list[Found]:
    """Among what the user may see, the best first; every phrase and every measure must be answered. Two queries."""
    wanted = understand(words)
    several = (
        visible_resources(user)
        .with_rules()
        .exclude(status=ResourceStatus.RETIRED)
        .select_related("machine__type", "expert", "inside")
        .prefetch_related(
            Prefetch("capabilities", CapabilityValue.objects.select_related("capability"))
        )
    )
    if kind:
        several = several.filter(kind=kind)
    if laboratory is not None:
        several = several.filter(laboratory=laboratory)
    found = [one for resource in several if (one := answer(resource, wanted)) is not None]
    return sorted(found, key=lambda one: (-one.score, str(one.resource), one.resource.pk))


def understand(words: str) -> Wanted:
    """
    >>> understand("laser powder bed, Ti-6Al-4V, 250 mm").measures
    (Measure(value=250.0, unit='mm'),)
    """
    measures = [
        _measure(number, unit) for number, unit in MEASURE.findall(words.replace("\x00", ""))
    ]
    rest = MEASURE.sub(" ", words)
    phrases = [tuple(fold(part).split()) for part in rest.split(",")]
    return Wanted(tuple(phrase for phrase in phrases if phrase), tuple(measures))


def answer(resource: Resource, wanted: Wanted) -> Found | None:
    score, matched = 0.0, list[str]()
    said = list(_said(resource))
    for phrase in wanted.phrases:
        best = max(
            (_fit(phrase, text), weight + AS_WRITTEN * (" ".join(phrase) in text), told)
            for text, weight, told in said
        )
        if best[0] < 1.0:
            return None
        score += best[1]
        matched.append(best[2])
    for measure in wanted.measures:
        able = [value for value in resource.capabilities.all() if reaches(value, measure)]
        if not able:
            return None
        score += 1.0
        matched.append(told_of(able[0]))
    return Found(resource, score, tuple(dict.fromkeys(matched)))


def reaches(value: CapabilityValue, measure: Measure) -> bool:
    """The range holds the measure. Of a range without a least value, such as a build volume, anything smaller fits."""
    unit, factor = FACTORS.get(value.capability.unit.lower(), (value.capability.unit, 1.0))
    if value.capability.kind != CapabilityKind.MEASURE or unit.lower() != measure.unit.lower():
        return False
    low = value.low * factor if value.low is not None else None
    high = value.high * factor if value.high is not None else None
    return (low is None or low <= measure.value) and (high is None or measure.value <= high)


def told_of(value: CapabilityValue) -> str:
    capability = value.capability
    if capability.kind != CapabilityKind.MEASURE:
        return f"{capability}: {value.text}" if value.text else str(capability)
    ends = [f"{end:g}" for end in (value.low, value.high) if end is not None]
    name = f"{capability} ({value.text})" if value.text else str(capability)
    return f"{name}: {'–'.join(ends)} {capability.unit}"


def fold(text: str) -> str:
    """Lower case, no accents, and of names of alloys only letters and digits: Ti-6Al-4V is ti6al4v."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    joined = re.sub(r"(?<=\w)-(?=\w)", "", plain)
    return " ".join(re.findall(r"[\w°µ]+", joined))


def _said(resource: Resource) -> Iterable[tuple[str, float, str]]:
    """What is said of it in words, how much each counts, and how it is told; in both languages."""
    machine = getattr(resource, "machine", None)
    yield fold(f"{resource.name} {resource.name_en}"), 3.0, str(resource)
    if machine is not None:
        kind = machine.type
        yield fold(f"{kind.name} {kind.name_en} {machine.maker} {machine.model}"), 2.0, str(kind)
    for value in resource.capabilities.all():
        capability = value.capability
        words = f"{capability.name} {capability.name_en} {capability.synonyms} {value.text}"
        yield fold(words.replace(",", " ")), 2.5, told_of(value)
    yield fold(f"{resource.about} {resource.about_en}"), 1.0, str(resource)


def _fit(phrase: tuple[str, ...], text: str) -> float:
    """The part of the words that begin some word of the text."""
    there = text.split()
    met = sum(
        any(word.startswith(asked) or (len(asked) > LEAST_WORD and asked in word) for word in there)
        for asked in phrase
    )
    return met / len(phrase)


def _measure(number: str, unit: str) -> Measure:
    name, factor = FACTORS.get(unit.lower(), (unit, 1.0))
    return Measure(float(number.replace(",", ".")) * factor, name)
